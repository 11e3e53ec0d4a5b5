/** Returns a copy of a value, which the caller may modify. */
export function copyOfValue<Value>(value: Value): Value {
  return typeof value === 'object' ? structuredClone(value) : value;
}

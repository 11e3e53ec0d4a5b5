/** A copy of the value of a metric, which its user may change. */
export function copyOfValue<Value>(value: Value): Value {
  return typeof value === 'object' ? structuredClone(value) : value;
}

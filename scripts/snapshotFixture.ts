// Stores a snapshot for each metric that does not have one: npm run fixture:snapshots. Stored snapshots do not
// change, because later versions must read them.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { savedMetrics, seen, throughFile } from '../tests/metrics/savedMetrics.ts';

const file = new URL('../tests/metrics/golden/snapshots.v1.json', import.meta.url);
const stored = (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}) as Record<string, object>;
const added = savedMetrics.filter(({ name }) => !Object.hasOwn(stored, name));
for (const saved of added) {
  const metric = seen(saved);
  stored[saved.name] = { snapshot: throughFile(metric), value: throughFile(metric.compute()) };
}
const lines = Object.entries(stored).map(([name, entry]) => `${JSON.stringify(name)}: ${JSON.stringify(entry)}`);
writeFileSync(file, `{\n${lines.join(',\n')}\n}\n`);
console.log(`${added.length} snapshots added, ${lines.length} stored`);

// Measures one case of a topic and sends its rows to the parent process. run.ts forks this script for each case.
import type { BenchmarkCase, Row } from './benchmarkCase.ts';
import { closePeers, peerVersions } from './peers.ts';

/** Message of this process: the case that starts, then its rows or the reason for its failure. */
export type CaseMessage =
  | { readonly name: string; readonly casesOfTopic: number }
  | { readonly rows: readonly Row[]; readonly peerVersions: readonly string[] }
  | { readonly failure: string };

function send(message: CaseMessage, sent: () => void = () => undefined): void {
  process.send!(message, sent);
}

process.on('uncaughtException', (error: unknown) => {
  console.error(error);
  closePeers();
  const failure = error instanceof Error ? error.message : String(error);
  send({ failure }, () => process.exit(1));
});

// Only the requested topic is loaded: another one could register a faster TensorFlow.js backend.
const [topic, url, index] = process.argv.slice(2) as [string, string, string];
const cases = ((await import(url)) as Record<string, readonly BenchmarkCase[]>)[topic]!;
const { name, measure } = cases[Number(index)]!;
send({ name, casesOfTopic: cases.length });
const rows = await measure();
closePeers();
send({ rows, peerVersions: [...peerVersions] }, () => process.disconnect());

import { fork } from 'node:child_process';
import { failedRow, type Row } from './benchmarkCase.ts';
import type { CaseMessage } from './measureCase.ts';

/** Result of a case, possibly incomplete. */
export interface Measured {
  readonly rows: readonly Row[];
  readonly peerVersions: readonly string[];
}

/**
 * Measures the cases of a topic one by one, each in its own process, so that memory, compiled code and crashes of
 * one case do not affect the others. A case that fails gives a row with the reason.
 *
 * @param topic - the name of the exported list of cases.
 * @param modules - the URLs of the compiled measureCase.ts and of the compiled module of the topic.
 */
export async function* measureTopic(
  topic: string,
  modules: { readonly measureCase: URL; readonly topic: URL },
): AsyncGenerator<Measured> {
  for (let index = 0, count = 1; index < count; index++) {
    const child = fork(modules.measureCase, [topic, modules.topic.href, String(index)], {
      execArgv: ['--expose-gc'],
    });
    let name = topic;
    let measured: Measured | undefined;
    let failure: string | undefined;
    child.on('message', (message: CaseMessage) => {
      if ('name' in message) {
        ({ name, casesOfTopic: count } = message);
        console.error(`${topic}: ${name} …`);
      } else if ('rows' in message) measured = message;
      else ({ failure } = message);
    });
    const ending = await new Promise<string>((settle) => {
      child.on('close', (code, signal) => {
        settle(signal === null ? `the process exited with code ${code}` : `the process was ended by ${signal}`);
      });
    });
    yield measured ?? { rows: [failedRow(name, failure ?? ending)], peerVersions: [] };
  }
}

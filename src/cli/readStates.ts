import { readFile } from 'node:fs/promises';
import { ClusterMoments } from '../state/moments/clusterMoments.ts';
import { ContingencyTable } from '../state/tables/contingencyTable.ts';
import { LabeledSampleBuffer } from '../state/samples/labeledSampleBuffer.ts';
import { badData, badUsage } from './commandError.ts';
import { printable } from './printable.ts';

/** What a report is made of, gathered from files. */
export interface MergedStates {
  readonly table?: ContingencyTable | undefined;
  readonly samples?: LabeledSampleBuffer | undefined;
  readonly moments?: ClusterMoments | undefined;
}

/** Which part of a report each kind of state is. */
const PARTS = {
  ContingencyTable: ['table', (state: unknown) => ContingencyTable.fromJSON(state)],
  ClusterMoments: ['moments', (state: unknown) => ClusterMoments.fromJSON(state)],
  LabeledSampleBuffer: ['samples', (state: unknown) => LabeledSampleBuffer.fromJSON(state)],
} as const;

/** Merges the states in files that hold tables, metrics or collections as JSON. */
export async function readStates(paths: readonly string[]): Promise<MergedStates> {
  if (paths.length === 0) throw badUsage('report --merge: expected files of states');
  const merged: Record<string, { merge(other: unknown): unknown }> = {};
  for (const path of paths) {
    const name = printable(path, 200);
    const states = statesIn(await readJson(path, name));
    if (states.length === 0) {
      throw badData(
        `${name} holds no state of a clustering: expected what toJSON() of a ContingencyTable, a metric or a collection made`,
      );
    }
    for (const { kind, state } of states) {
      const [part, restore] = PARTS[kind];
      try {
        const restored = restore(state);
        if (Object.hasOwn(merged, part)) merged[part]!.merge(restored);
        else merged[part] = restored as never;
      } catch (cause) {
        throw badData(`${name}: ${(cause as Error).message}`, { cause });
      }
    }
  }
  return merged as MergedStates;
}

async function readJson(path: string, name: string): Promise<unknown> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (cause) {
    throw badData(`${name} can't be read: ${(cause as Error).message}`, { cause });
  }
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw badData(`${name} is no JSON`, { cause });
  }
}

/** The states of a snapshot: itself, that of a metric, or those of a collection, one of each kind. */
function statesIn(snapshot: unknown): { kind: keyof typeof PARTS; state: unknown }[] {
  const state = field(snapshot, 'state');
  const found = [snapshot, state, ...(isRecord(state) ? Object.values(state) : [])];
  return (Object.keys(PARTS) as (keyof typeof PARTS)[]).flatMap((kind) => {
    const one = found.find((candidate) => field(candidate, 'kind') === kind);
    return one === undefined ? [] : [{ kind, state: one }];
  });
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function field(value: unknown, name: string): unknown {
  return isRecord(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

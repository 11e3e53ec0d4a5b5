import { readFile } from 'node:fs/promises';
import { ClusterMoments } from '../state/moments/clusterMoments.ts';
import { ContingencyTable } from '../state/tables/contingencyTable.ts';
import { LabeledSampleBuffer } from '../state/samples/labeledSampleBuffer.ts';
import { badData, badUsage } from './commandError.ts';
import { printable } from './printable.ts';

/** States merged from files. */
export interface MergedStates {
  readonly table?: ContingencyTable | undefined;
  readonly samples?: LabeledSampleBuffer | undefined;
  readonly moments?: ClusterMoments | undefined;
}

/** Input of a report for each type of state. */
const PARTS = {
  ContingencyTable: ['table', (state: unknown) => ContingencyTable.fromJSON(state)],
  ClusterMoments: ['moments', (state: unknown) => ClusterMoments.fromJSON(state)],
  LabeledSampleBuffer: ['samples', (state: unknown) => LabeledSampleBuffer.fromJSON(state)],
} as const;

/** Merges the states in JSON snapshots of tables, metrics or collections. */
export async function readStates(paths: readonly string[]): Promise<MergedStates> {
  if (paths.length === 0) throw badUsage('report --merge: expected at least one file, got none');
  const merged: Record<string, { merge(other: unknown): unknown }> = {};
  for (const path of paths) {
    const name = printable(path, 200);
    const states = statesIn(await readJson(path, name));
    if (states.length === 0) {
      throw badData(
        `${name}: expected a snapshot of a contingency table, clustering metric or collection, got other JSON; write it with toJSON()`,
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

/** Reads a JSON file; `name` is its name in error messages. */
export async function readJson(path: string, name: string): Promise<unknown> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (cause) {
    throw badData(`cannot read ${name}: ${(cause as Error).message}`, { cause });
  }
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw badData(`${name}: expected JSON, got other text`, { cause });
  }
}

/** Finds the states in a snapshot of a state, a metric or a collection; returns one of each type. */
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

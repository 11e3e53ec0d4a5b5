import { performance } from 'node:perf_hooks';
import type { BenchmarkCase, Row } from './benchmarkCase.ts';

/** Mean time of one call in milliseconds, and its result if it is a number. */
export interface Timed {
  readonly ms: number;
  readonly value: number | undefined;
}

/** Program that is timed on the input of a case. */
export interface Contender<Given> {
  readonly name: string;
  /** Prepares the program, untimed; returns a string with the reason if it is missing. */
  start(given: Given): Promise<((calls: number) => Promise<Timed>) | string>;
}

/** Contender that we are compared with, and the target ratio. */
export interface Opponent<Given> extends Contender<Given> {
  /** Target: we are at least this many times as fast. */
  readonly timesAsFast?: number;
  /** Target: we take at most this many times as long. */
  readonly timesAsLong?: number;
  /** Number of rounds, fewer for slow opponents. Default: all rounds. */
  readonly rounds?: number;
}

export interface Race<Given> {
  readonly name: string;
  /** Creates the input of all contenders. */
  readonly given: () => Given;
  readonly ours: Contender<Given>;
  readonly opponents: readonly Opponent<Given>[];
  readonly rounds?: number;
  /** Tolerance for the values of contenders that add noise. */
  readonly tolerance?: number;
  /**
   * Compare the fastest rounds, for programs with several threads: on a busy machine, threads wait for each other.
   * Default: medians.
   */
  readonly isFastest?: boolean;
}

/** Default tolerance for the values of contenders, relative (absolute below 1). */
const SAME_VALUE = 1e-8;

/** Number of rounds until the code is compiled for the inputs and times are stable. */
const WARM_UP_ROUNDS = 10;

/**
 * Duration of a round: a shorter call is repeated, as by Python's `timeit`. With one call in each round, a call of a few
 * milliseconds would be timed before V8 has compiled its code.
 */
const ROUND_MS = 20;

/** Maximum number of calls in a round. */
const MAX_CALLS = 1000;

/** Creates a contender in this process: `run` is timed; `fresh` is called before each run and is not timed. */
export function inProcess<Given>(
  name: string,
  run: (given: Given) => unknown,
  fresh: (given: Given) => Given = (given) => given,
): Contender<Given> {
  const time = (given: Given, calls: number): Timed => {
    const givens = Array.from({ length: calls }, () => fresh(given));
    let value: unknown;
    const start = performance.now();
    for (let i = 0; i < calls; i++) value = run(givens[i]!);
    const ms = (performance.now() - start) / calls;
    return { ms, value: typeof value === 'number' ? value : undefined };
  };
  return { name, start: async (given) => async (calls) => time(given, calls) };
}

/** Times an asynchronous program. */
export async function timed(calls: number, run: () => Promise<number>): Promise<Timed> {
  let value = NaN;
  const start = performance.now();
  for (let i = 0; i < calls; i++) value = await run();
  return { ms: (performance.now() - start) / calls, value };
}

/**
 * Creates a case in which all contenders take turns, round by round, so that a temporary slowdown of the machine
 * affects all of them. The medians or the minima over the rounds are compared, after warm-up rounds.
 *
 * Garbage is not collected between the rounds: a full collection discards unused object shapes and the code compiled
 * for them, a cost that no caller would have.
 */
export function race<Given>(of: Race<Given>): BenchmarkCase {
  return { name: of.name, measure: () => runRace(of) };
}

/** Contender of a race, with its results so far. */
interface Lane<Given> {
  readonly contender: Opponent<Given>;
  readonly times: number[];
  /** Number of calls in the next round. */
  calls: number;
  run: ((calls: number) => Promise<Timed>) | undefined;
  value: number | undefined;
  /** Reason why the contender is not timed. */
  problem: Problem | undefined;
}

interface Problem {
  readonly kind: 'missing' | 'failed';
  readonly reason: string;
}

async function runRace<Given>(of: Race<Given>): Promise<Row[]> {
  const { rounds = 11 } = of;
  const given = of.given();
  const ours = await startLane(of.ours, given);
  const others = await Promise.all(of.opponents.map((opponent) => startLane(opponent, given)));
  for (let round = -WARM_UP_ROUNDS; round < rounds; round++) {
    for (const lane of [ours, ...others]) {
      if (!takesPart(round, lane.contender.rounds ?? rounds, rounds)) continue;
      await orProblem(lane, async () => {
        if (lane.run === undefined || lane.problem !== undefined) return;
        const { ms, value } = await lane.run(lane.calls);
        if (round >= 0) lane.times.push(ms);
        else lane.calls = Math.min(MAX_CALLS, Math.ceil(ROUND_MS / ms));
        lane.value = value;
      });
    }
    if (ours.problem !== undefined) throw new Error(ours.problem.reason);
  }
  for (const lane of others) await orProblem(lane, () => requireSameValue(of, ours, lane));
  return others.map((lane) => raceRow(of, ours.times, lane));
}

async function startLane<Given>(contender: Contender<Given>, given: Given): Promise<Lane<Given>> {
  const lane: Lane<Given> = { contender, times: [], calls: 1, run: undefined, value: undefined, problem: undefined };
  await orProblem(lane, async () => {
    const run = await contender.start(given);
    if (typeof run === 'string') lane.problem = { kind: 'missing', reason: run };
    else lane.run = run;
  });
  return lane;
}

/** Runs an action of one contender; an error is recorded as its problem. */
async function orProblem(lane: Lane<never>, work: () => Promise<void> | void): Promise<void> {
  try {
    await work();
  } catch (error) {
    lane.problem = { kind: 'failed', reason: error instanceof Error ? error.message : String(error) };
  }
}

/** Returns whether a contender takes part in a round. Its rounds are spread evenly over all rounds. */
function takesPart(round: number, laneRounds: number, rounds: number): boolean {
  // Contenders with few rounds are slow and compiled ahead of time: one warm-up round suffices.
  if (round < 0) return laneRounds === rounds || round === -1;
  const share = laneRounds / rounds;
  return Math.floor((round + 1) * share) > Math.floor(round * share);
}

function raceRow(
  { name: what, isFastest = false }: Pick<Race<never>, 'name' | 'isFastest'>,
  ours: number[],
  { contender, times, problem }: Lane<never>,
): Row {
  const { name, timesAsFast, timesAsLong } = contender;
  const typical = isFastest ? fastest : median;
  const describe = isFastest ? describeFastest : describeTimes;
  const timesFaster = typical(times) / typical(ours);
  const asFast = (times: number): string => `${digits(times)} × as fast`;
  const asLong = (times: number): string => `${digits(times)} × as long`;
  const target =
    timesAsFast !== undefined
      ? { text: `≥ ${asFast(timesAsFast)}`, isMet: timesFaster >= timesAsFast }
      : timesAsLong !== undefined
        ? { text: `≤ ${asLong(timesAsLong)}`, isMet: 1 / timesFaster <= timesAsLong }
        : { text: '', isMet: undefined };
  const row = { what, ours: describe(ours), peer: name, target: target.text };
  if (problem !== undefined) {
    const theirs = `${problem.kind}: ${problem.reason}`;
    return { ...row, theirs, ratio: '', isMet: undefined, isFailed: problem.kind === 'failed' };
  }
  const ratio = timesAsLong === undefined ? asFast(timesFaster) : asLong(1 / timesFaster);
  return { ...row, theirs: describe(times), ratio, isMet: target.isMet };
}

function requireSameValue(
  { tolerance = SAME_VALUE }: Pick<Race<never>, 'tolerance'>,
  { value: ours }: Lane<never>,
  { value: theirs }: Lane<never>,
): void {
  if (ours === undefined || theirs === undefined) return;
  if (Math.abs(ours - theirs) <= tolerance * Math.max(1, Math.abs(theirs))) return;
  throw new Error(`expected equal values, got ${ours} (ours) and ${theirs} (the peer's)`);
}

/** Formats the median and half the interquartile range, in percent of the median. */
function describeTimes(times: readonly number[]): string {
  const middle = median(times);
  const spread = (quantile(times, 0.75) - quantile(times, 0.25)) / 2 / middle;
  return `${digits(middle)} ms ± ${(100 * spread).toFixed(0)} %`;
}

function describeFastest(times: readonly number[]): string {
  return `${digits(fastest(times))} ms, fastest of ${times.length}`;
}

function fastest(times: readonly number[]): number {
  return quantile(times, 0);
}

function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const place = share * (sorted.length - 1);
  const below = sorted[Math.floor(place)]!;
  return below + (place - Math.floor(place)) * (sorted[Math.ceil(place)]! - below);
}

/** Formats a number with three significant digits, without an exponent. */
function digits(value: number): string {
  return String(Number(value >= 100 ? value.toFixed(0) : value.toPrecision(3)));
}

import { performance } from 'node:perf_hooks';
import type { BenchmarkCase, Row } from './benchmarkCase.ts';

/** The mean time of one call in milliseconds, and what it computed if that is a number. */
export interface Timed {
  readonly ms: number;
  readonly value: number | undefined;
}

/** Something that can be timed on what a case hands to all of its contenders. */
export interface Contender<Given> {
  readonly name: string;
  /** Gets ready outside of the time; a string says why it is missing. */
  start(given: Given): Promise<((calls: number) => Promise<Timed>) | string>;
}

/** Who we race against, and how much faster than it or slower we may be. */
export interface Opponent<Given> extends Contender<Given> {
  /** The target: at least so many times as fast. */
  readonly timesAsFast?: number;
  /** The target: at most so many times as long. */
  readonly timesAsLong?: number;
  /** Slow opponents run in fewer rounds; all of them when left out. */
  readonly rounds?: number;
}

export interface Race<Given> {
  readonly name: string;
  /** What all contenders are timed on. */
  readonly given: () => Given;
  readonly ours: Contender<Given>;
  readonly opponents: readonly Opponent<Given>[];
  readonly rounds?: number;
  /** How near values must be, where a contender adds noise of its own. */
  readonly tolerance?: number;
  /** How many calls a round is made of: many where one is too short for the clock. */
  readonly calls?: number;
}

/** Equal values to this, relative (absolute below 1), or the contenders did not do the same work. */
const SAME_VALUE = 1e-8;

/** So long do times still fall while code is compiled for the inputs at hand. */
const WARM_UP_ROUNDS = 10;

/**
 * A contender in this process: `run` is timed, `fresh` is called before each run and is not.
 */
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

/**
 * A case in which all contenders take turns, round by round, so that whatever slows the machine for a
 * while slows all of them. Medians over the rounds are compared, after rounds to warm up.
 *
 * Garbage is not collected between the rounds: a full collection drops shapes of objects that nobody
 * holds, and the code compiled for them, which no caller would ever pay for.
 */
export function race<Given>(of: Race<Given>): BenchmarkCase {
  return { name: of.name, measure: () => runRace(of) };
}

/** A contender of a race, and what became of it so far. */
interface Lane<Given> {
  readonly contender: Opponent<Given>;
  readonly times: number[];
  run: ((calls: number) => Promise<Timed>) | undefined;
  value: number | undefined;
  /** Why the contender is not timed (any longer). */
  problem: Problem | undefined;
}

interface Problem {
  readonly kind: 'missing' | 'failed';
  readonly reason: string;
}

async function runRace<Given>(of: Race<Given>): Promise<Row[]> {
  const { rounds = 11, calls = 1 } = of;
  const given = of.given();
  const ours = await startLane(of.ours, given);
  const others = await Promise.all(of.opponents.map((opponent) => startLane(opponent, given)));
  for (let round = -WARM_UP_ROUNDS; round < rounds; round++) {
    for (const lane of [ours, ...others]) {
      if (!takesPart(round, lane.contender.rounds ?? rounds, rounds)) continue;
      await orProblem(lane, async () => {
        if (lane.run === undefined || lane.problem !== undefined) return;
        const { ms, value } = await lane.run(calls);
        if (round >= 0) lane.times.push(ms);
        lane.value = value;
      });
    }
    if (ours.problem !== undefined) throw new Error(ours.problem.reason);
  }
  for (const lane of others) await orProblem(lane, () => requireSameValue(of, ours, lane));
  return others.map((lane) => raceRow(of.name, ours.times, lane));
}

async function startLane<Given>(contender: Contender<Given>, given: Given): Promise<Lane<Given>> {
  const lane: Lane<Given> = { contender, times: [], run: undefined, value: undefined, problem: undefined };
  await orProblem(lane, async () => {
    const run = await contender.start(given);
    if (typeof run === 'string') lane.problem = { kind: 'missing', reason: run };
    else lane.run = run;
  });
  return lane;
}

/** Does something of one contender; an error is its problem only. */
async function orProblem(lane: Lane<never>, work: () => Promise<void> | void): Promise<void> {
  try {
    await work();
  } catch (error) {
    lane.problem = { kind: 'failed', reason: error instanceof Error ? error.message : String(error) };
  }
}

/** Whether a round is one of those that a contender runs in, evenly spread over all of them. */
function takesPart(round: number, laneRounds: number, rounds: number): boolean {
  // Who runs in few rounds is slow and compiled ahead: a single round warms it up.
  if (round < 0) return laneRounds === rounds || round === -1;
  const share = laneRounds / rounds;
  return Math.floor((round + 1) * share) > Math.floor(round * share);
}

function raceRow(what: string, ours: number[], { contender, times, problem }: Lane<never>): Row {
  const { name, timesAsFast, timesAsLong } = contender;
  const timesFaster = median(times) / median(ours);
  const asFast = (times: number): string => `${digits(times)} × as fast`;
  const asLong = (times: number): string => `${digits(times)} × as long`;
  const target =
    timesAsFast !== undefined
      ? { text: `≥ ${asFast(timesAsFast)}`, isMet: timesFaster >= timesAsFast }
      : timesAsLong !== undefined
        ? { text: `≤ ${asLong(timesAsLong)}`, isMet: 1 / timesFaster <= timesAsLong }
        : { text: '', isMet: undefined };
  const row = { what, ours: describeTimes(ours), peer: name, target: target.text };
  if (problem !== undefined) {
    const theirs = `${problem.kind}: ${problem.reason}`;
    return { ...row, theirs, ratio: '', isMet: undefined, isFailed: problem.kind === 'failed' };
  }
  const ratio = timesAsLong === undefined ? asFast(timesFaster) : asLong(1 / timesFaster);
  return { ...row, theirs: describeTimes(times), ratio, isMet: target.isMet };
}

function requireSameValue(
  { tolerance = SAME_VALUE }: Pick<Race<never>, 'tolerance'>,
  { value: ours }: Lane<never>,
  { value: theirs }: Lane<never>,
): void {
  if (ours === undefined || theirs === undefined) return;
  if (Math.abs(ours - theirs) <= tolerance * Math.max(1, Math.abs(theirs))) return;
  throw new Error(`expected the same value, got ${ours} from us and ${theirs} from the peer`);
}

/** The median, and half the distance of the quartiles as a share of it. */
function describeTimes(times: readonly number[]): string {
  const middle = median(times);
  const spread = (quantile(times, 0.75) - quantile(times, 0.25)) / 2 / middle;
  return `${digits(middle)} ms ± ${(100 * spread).toFixed(0)} %`;
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

/** Three significant digits, without an exponent. */
function digits(value: number): string {
  return String(Number(value >= 100 ? value.toFixed(0) : value.toPrecision(3)));
}

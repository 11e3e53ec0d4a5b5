/**
 * Mutual information of continuous values.
 *
 * @module
 */
export { barberAgakovLowerBound } from '../functional/information/bounds/barberAgakovLowerBound.ts';
export {
  clubUpperBound,
  type ClubOptions,
} from '../functional/information/bounds/clubUpperBound.ts';
export { dvLowerBound } from '../functional/information/bounds/dvLowerBound.ts';
export {
  infoNceLowerBound,
  type InfoNceOptions,
} from '../functional/information/bounds/infoNceLowerBound.ts';
export { interpolatedLowerBound } from '../functional/information/bounds/interpolatedLowerBound.ts';
export { jsLowerBound } from '../functional/information/bounds/jsLowerBound.ts';
export { leaveOneOutUpperBound } from '../functional/information/bounds/leaveOneOutUpperBound.ts';
export {
  mineLowerBound,
  type MineBound,
  type MineOptions,
} from '../functional/information/bounds/mineLowerBound.ts';
export { nwjLowerBound } from '../functional/information/bounds/nwjLowerBound.ts';
export {
  smileLowerBound,
  type SmileOptions,
} from '../functional/information/bounds/smileLowerBound.ts';
export { structuredInfoNce } from '../functional/information/bounds/structuredInfoNce.ts';
export { tubaLowerBound } from '../functional/information/bounds/tubaLowerBound.ts';
export { variationalUpperBound } from '../functional/information/bounds/variationalUpperBound.ts';
export { MetricInputError } from '../inputs/metricInputError.ts';

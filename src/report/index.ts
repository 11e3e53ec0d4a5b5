/**
 * Reports of clusterings, and charts as pictures.
 *
 * @module
 */
export { MetricInputError } from '../inputs/metricInputError.ts';
export { renderSvg, type SvgOptions } from './renderSvg.ts';

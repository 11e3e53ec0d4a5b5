/**
 * Reports of clusterings, and charts as pictures.
 *
 * @module
 */
export { renderSvg, type SvgOptions } from './renderSvg.ts';

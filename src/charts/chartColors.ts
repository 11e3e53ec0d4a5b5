/** The main colour of marks. */
export const ACCENT = '#2563a8';
/** The cells of a heat map: text in the colour of ink can be read on it. */
export const CELL = '#5b9ade';
/** What lies behind: the range of a score, the part of a bar that is not meant. */
export const TRACK = '#d5dde6';
/** What stands out: an optimum, a mean. */
export const HIGHLIGHT = '#b4540a';
/** Lines of a chart, to be told apart by those who see few colours too. */
export const SERIES: readonly string[] = [ACCENT, HIGHLIGHT, '#1a7f5a', '#8a3ea8', '#7d6000', '#b02a5b'];

// Inspects a report inside the browser.
import axe from 'axe-core';
import { contrast, type Color } from '../report/contrast.ts';

/** Expected properties of a report. */
export interface Expected {
  readonly scheme: 'light' | 'dark';
  /** Number of pictures. */
  readonly pictures: number;
}

const WHITE: Color = [1, 1, 1];

/** Returns the problems of the open report. */
async function inspectReport({ scheme, pictures }: Expected): Promise<string[]> {
  const problems: string[] = [];
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth > clientWidth) problems.push(`scrolls sideways: ${scrollWidth} > ${clientWidth}`);
  const ground = contrast(colorOf(document.body, 'backgroundColor'), WHITE);
  if (scheme === 'light' ? ground > 1.3 : ground < 15) problems.push(`is not ${scheme}`);
  const drawn = [...document.querySelectorAll('svg')];
  if (drawn.length !== pictures) problems.push(`expected ${pictures} pictures, got ${drawn.length}`);
  const foreign = document.querySelector('script,img,iframe,object,embed,link,form,a');
  if (foreign) problems.push(`holds ${foreign.outerHTML}`);
  return [...problems, ...drawn.flatMap(pictureProblems), ...(await axeProblems())];
}

function pictureProblems(svg: SVGSVGElement): string[] {
  const problems: string[] = [];
  const name = svg.querySelector('title')?.textContent ?? '';
  if (svg.getAttribute('role') !== 'img' || name === '') problems.push('a picture has no name');
  const { width, height } = svg.getBoundingClientRect();
  if (width < 200 || height < 60) problems.push(`${name} is ${width} by ${height}`);
  const marks = [...svg.querySelectorAll('path,line')].filter((mark) => {
    const box = mark.getBoundingClientRect();
    const { fill, stroke } = getComputedStyle(mark);
    return box.width + box.height > 0 && (fill !== 'none' || stroke !== 'none');
  });
  if (marks.length < 3) problems.push(`${name} shows ${marks.length} marks`);
  const sheet = colorOf(svg.closest('section')!, 'backgroundColor');
  for (const text of svg.querySelectorAll('text')) {
    const read = contrast(colorOf(text, 'fill'), sheet);
    if (read < 4.5) problems.push(`${name}: "${text.textContent}" has contrast ${read.toFixed(1)}`);
  }
  return problems;
}

function colorOf(element: Element, property: 'backgroundColor' | 'fill'): Color {
  const parts = getComputedStyle(element)[property].match(/[\d.]+/g) ?? [];
  return [Number(parts[0]) / 255, Number(parts[1]) / 255, Number(parts[2]) / 255];
}

/** Returns the violations found by all rules of axe. */
async function axeProblems(): Promise<string[]> {
  const { violations, passes } = await axe.run();
  const isSeen = passes.some(({ id }) => id === 'color-contrast');
  return [
    ...(isSeen ? [] : ['axe checked no text']),
    ...violations.map(({ id, nodes }) => `${id}: ${nodes[0]!.html} ${nodes[0]!.failureSummary}`),
  ];
}

Object.assign(globalThis, { inspectReport });

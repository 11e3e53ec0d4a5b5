// Draws the charts of this package with tfjs-vis, inside the browser.
import '@tensorflow/tfjs-backend-cpu';
import * as tfvis from '@tensorflow/tfjs-vis';
import { ContingencyTable } from 'tfjs-metrics';
import { visHeatMap, visLineChart } from 'tfjs-metrics/charts';

/** Words and colours on the canvas of a chart. */
export interface DrawnOnCanvas {
  readonly words: readonly string[];
  readonly colors: number;
}

/** Returns the words that a chart writes on its canvas, and its number of colours. */
async function drawn(draw: (container: HTMLElement) => Promise<void>): Promise<DrawnOnCanvas> {
  const container = document.createElement('div');
  document.body.append(container);
  const words: string[] = [];
  const { fillText } = CanvasRenderingContext2D.prototype;
  CanvasRenderingContext2D.prototype.fillText = function (...given) {
    words.push(given[0]);
    fillText.apply(this, given);
  };
  await draw(container);
  CanvasRenderingContext2D.prototype.fillText = fillText;
  const canvas = container.querySelector('canvas')!;
  const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
  const colors = new Set(new Uint32Array(data.buffer)).size;
  return { words, colors };
}

async function drawAll(): Promise<Record<string, DrawnOnCanvas>> {
  const table = ContingencyTable.of([2, 2, 0, 1], ['cat', 'cat', 'dog', 'dog']);
  const map = visHeatMap(table, { rowTitle: 'animal', columnTitle: 'cluster' });
  const curve = visLineChart(
    [
      { name: 'nmi', values: [0.2, 0.6] },
      { name: 'ari', values: [0.1, 0.5] },
    ],
    { stepName: 'epoch' },
  );
  return {
    heatMap: await drawn((box) => tfvis.render.heatmap(box, map.data, map.options)),
    lineChart: await drawn((box) => tfvis.render.linechart(box, curve.data, curve.options)),
  };
}

Object.assign(globalThis, { drawAll });

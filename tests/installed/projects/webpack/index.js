import { clusteringReport, renderSvg } from 'tfjs-metrics/report';

globalThis.report = [clusteringReport, renderSvg];

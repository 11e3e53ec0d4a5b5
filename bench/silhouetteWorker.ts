// Worker of bench/topics/intrinsic.ts.
export { silhouetteSums as default } from 'tfjs-metrics';

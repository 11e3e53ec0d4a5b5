export { gaussianCopulaMutualInfo, type GaussianSampleOptions } from './gaussianCopulaMutualInfo.ts';
export { gaussianMutualInfo, type GaussianMutualInfoOptions } from './gaussianMutualInfo.ts';
export { gaussianPointwiseMutualInfo, type GaussianPointwiseOptions } from './gaussianPointwiseMutualInfo.ts';

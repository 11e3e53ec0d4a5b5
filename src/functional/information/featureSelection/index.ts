export type { FeatureSelectionOptions } from './featureSelectionOptions.ts';
export { mutualInfoClassif } from './mutualInfoClassif.ts';
export { mutualInfoClassifAsync } from './mutualInfoClassifAsync.ts';
export { mutualInfoRegression } from './mutualInfoRegression.ts';
export { mutualInfoRegressionAsync } from './mutualInfoRegressionAsync.ts';

import swcJest from '@swc/jest';

export default swcJest.createTransformer({
  jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
  module: { type: 'es6' },
});

/* eslint-disable @typescript-eslint/no-require-imports -- CommonJS, as what it wraps is required by others */
// TensorFlow.js as tests see it: with the cpu backend, which prints no greeting on its first use. Tests that do not
// import it do not load it.
module.exports = require('../node_modules/@tensorflow/tfjs-core/dist/tf-core.node.js');
require('@tensorflow/tfjs-backend-cpu');
module.exports.env().set('IS_TEST', true);

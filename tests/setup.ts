import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';

// Keeps the cpu backend from greeting on its first use.
tf.env().set('IS_TEST', true);

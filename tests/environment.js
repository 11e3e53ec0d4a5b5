import vm from 'node:vm';
import { TestEnvironment } from 'jest-environment-node';

/**
 * Node environment with a plain global object. In Jest's own environment each access to a global calls a proxy, which
 * makes `Math.log` in a loop 30 times slower.
 */
export default class PlainEnvironment extends TestEnvironment {
  constructor(...args) {
    const { createContext } = vm;
    vm.createContext = () => createContext(vm.constants.DONT_CONTEXTIFY);
    try {
      super(...args);
    } finally {
      vm.createContext = createContext;
    }
    // Node's own limit instead of 100: each `expect` takes a stack trace.
    this.global.Error.stackTraceLimit = 10;
  }
}

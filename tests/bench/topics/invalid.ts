export const invalid: never[] = [];

throw new Error('a module that does not load');

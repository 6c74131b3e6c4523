import { expect } from 'expect';

Object.assign(globalThis, { expect });

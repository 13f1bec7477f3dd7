import { lookEverywhere } from './axe.ts';

describe('axe finds nothing, in English:', () => lookEverywhere('en'));

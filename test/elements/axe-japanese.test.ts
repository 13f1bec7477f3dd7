import { lookEverywhere } from './axe.ts';

describe('axe finds nothing, in Japanese:', () => lookEverywhere('ja'));

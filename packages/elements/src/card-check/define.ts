import { define } from '../internal/define.ts';
import { KankeiCardCheck } from './card-check.ts';

define('kankei-card-check', KankeiCardCheck);

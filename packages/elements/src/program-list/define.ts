import { define } from '../internal/define.ts';
import { KankeiProgramList } from './program-list.ts';

define('kankei-program-list', KankeiProgramList);

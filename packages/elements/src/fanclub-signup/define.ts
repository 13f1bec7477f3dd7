import { define } from '../internal/define.ts';
import { KankeiFanclubSignup } from './fanclub-signup.ts';

define('kankei-fanclub-signup', KankeiFanclubSignup);

import { define } from '../internal/define.ts';
import { KankeiFurusatoLink } from './furusato-link.ts';

define('kankei-furusato-link', KankeiFurusatoLink);

import { define } from '../internal/define.ts';
import { KankeiMatchingForm } from './matching-form.ts';

define('kankei-matching-form', KankeiMatchingForm);

import { define } from '../internal/define.ts';
import { KankeiMemberCard } from './member-card.ts';

define('kankei-member-card', KankeiMemberCard);

import { inLanguage, type LocalText, type MemberCard, type QrPath } from '@kankei/core';
import { html, nothing, svg, type TemplateResult } from 'lit';
import { webLink } from '../internal/web-link.ts';
import type { CardStrings } from '../strings/card.ts';

export interface CardView {
  card: MemberCard;
  words: CardStrings;
  /** The level of the title, 1 to 6. */
  level: number;
  /** Past its last day. */
  expired: boolean;
  /** Undefined until its code has come. */
  code: QrPath | undefined;
}

/** The card itself: what one shows at a counter. */
export function cardFace({ card, words, level, expired, code }: CardView): TemplateResult {
  const say = (text: LocalText) => inLanguage(text, words.language);
  const { townName, title, memberTitle, number, name, tier, since, validUntil } = card;
  return html`
    <section part="card" class=${expired ? 'card over' : 'card'} aria-labelledby="title">
      <div class="head">
        <p part="town" class="small">${townName}</p>
        <div part="title" id="title" class="title" role="heading" aria-level=${level}>${say(title)}</div>
      </div>
      <div class="person">
        ${memberTitle ? html`<p class="small">${say(memberTitle)}</p>` : nothing}
        <p part="name">${name}</p>
        <dl part="facts">
          ${fact(words.number, html`<span part="number">${number}</span>`)}
          ${tier ? fact(words.tier, html`<span part="tier">${say(tier.label)}</span>`) : nothing}
          ${fact(words.since, words.day(since))}
          ${fact(words.validUntil, words.lastDay(validUntil))}
        </dl>
        ${
          expired
            ? html`<p part="expired"><svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d="M5 5h14v14H5ZM5 5l14 14"></path></svg>${words.expired}</p>`
            : nothing
        }
      </div>
      <figure part="code">
        ${code ? qrCode(code, words.code) : html`<div class="room"></div>`}
        <figcaption class="small">${words.codeHelp}</figcaption>
      </figure>
    </section>
  `;
}

const fact = (label: string, value: unknown) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`;

/** Black on white whatever the page's colours: cameras want it so. */
function qrCode({ size, path }: QrPath, label: string): TemplateResult {
  return html`<svg class="qr" viewBox="0 0 ${size} ${size}" role="img" aria-label=${label} shape-rendering="crispEdges">
    ${svg`<rect width=${size} height=${size} fill="#fff"></rect><path d=${path} fill="#000"></path>`}
  </svg>`;
}

/** What the card brings, and where. */
export function benefitList({ card, words, level }: CardView): TemplateResult | typeof nothing {
  const say = (text: LocalText) => inLanguage(text, words.language);
  if (!card.benefits.length) return nothing;
  return html`
    <section part="benefits" aria-labelledby="benefits">
      <div id="benefits" class="subtitle" role="heading" aria-level=${Math.min(level + 1, 6)}>${words.benefits}</div>
      <ul>
        ${card.benefits.map(({ title, detail, place, url }) => {
          const link = webLink(url);
          return html`<li part="benefit">
            <p class="benefit">${link ? html`<a href=${link} rel="noopener">${say(title)}</a>` : say(title)}</p>
            ${place ? html`<p class="small">${say(place)}</p>` : nothing}
            ${detail ? html`<p class="detail">${say(detail)}</p>` : nothing}
          </li>`;
        })}
      </ul>
    </section>
  `;
}

import { html, nothing, render, type TemplateResult } from 'lit';
import type { PlotPoint } from '../comparison/plot.ts';
import type { PointCard } from '../comparison/pointCard.ts';
import { verdictSigns } from './tableCells.ts';

/** Distance of the card from its point, and from the edges of the plot, in px. */
const gap = 16;
const edge = 8;

/** The card beside the point that pointer or keyboard is on. A screen reader hears the same from the live text. */
export class PlotCard {
	private readonly element = document.createElement('div');

	constructor(private readonly frame: HTMLElement) {
		this.element.className = 'hover-card';
		this.element.setAttribute('aria-hidden', 'true');
		this.element.hidden = true;
		frame.append(this.element);
	}

	hide(): void {
		this.element.hidden = true;
	}

	/** Above the point, or below it where there is no room. */
	show(card: PointCard, { x, y }: PlotPoint): void {
		const { element, frame } = this;
		render(cardTemplate(card), element);
		element.hidden = false;
		const { offsetWidth, offsetHeight } = element;
		const most = Math.max(edge, frame.clientWidth - offsetWidth - edge);
		const left = Math.min(Math.max(edge, x - offsetWidth / 2), most);
		const above = y - offsetHeight - gap;
		const below = Math.min(y + gap, Math.max(0, frame.clientHeight - offsetHeight));
		element.style.left = `${String(Math.round(left))}px`;
		element.style.top = `${String(Math.round(above >= 0 ? above : below))}px`;
	}
}

function cardTemplate({
	name,
	weights,
	figures,
	verdict,
	marks,
	license,
	isLicenseNotable,
}: PointCard): TemplateResult {
	return html`<strong>${name}</strong>
		<span class="card-weights">${weights}</span>
		<dl>
			${figures.map(
				figure =>
					html`<div>
						<dt>${figure.name}</dt>
						<dd>${figure.text}</dd>
					</div>`,
			)}
		</dl>
		<p class="card-marks">
			${
				verdict === 'none'
					? nothing
					: html`<span class=${verdict}><span class="sign">${verdictSigns[verdict]}</span>${verdict}</span>`
			}
			${marks.map(mark => html`<span class="mark">${mark}</span>`)}
			${license === '' ? nothing : html`<span class=${isLicenseNotable ? 'mark notable' : 'mark'}>${license}</span>`}
		</p>`;
}

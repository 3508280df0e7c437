import { html, nothing, type TemplateResult } from 'lit';
import { hasVerdicts, type ComparisonSnapshot } from '../comparison/comparisonSnapshot.ts';
import { limitMetric, limitOn } from '../comparison/movedLimit.ts';
import { mostDrawnPoints } from '../comparison/pixelPoints.ts';
import type { Plot } from '../comparison/plot.ts';
import { axisName } from '../comparison/plotAxes.ts';
import type { PlotGroups } from '../comparison/plotGroups.ts';
import { shapeOfGroup, shapeSigns } from '../comparison/plotMark.ts';
import { betterWords, plotSummary } from '../comparison/plotText.ts';

export interface CaptionActions {
	readonly groups: PlotGroups;
	readonly isZoomed: boolean;
	readonly showAll: () => void;
	/** Puts a limit on an axis that has none. */
	readonly addLimit: (side: 'x' | 'y') => void;
}

/** What the signs of the plot mean, what can be done with it, and what it shows in words. */
export function plotCaption(snapshot: ComparisonSnapshot, plot: Plot, actions: CaptionActions): TemplateResult {
	return html`${legend(snapshot, plot, actions.groups)}
		<span class="plot-actions"
			>${
				actions.isZoomed
					? html`<button type="button" class="show-all" title="0" @click=${actions.showAll}>Show All</button>`
					: nothing
			}${limitButton(snapshot, plot, 'x', actions)}${limitButton(snapshot, plot, 'y', actions)}</span
		>
		<p id="plot-summary">${plotSummary(snapshot, plot)} ${betterWords(plot)}</p>`;
}

function limitButton(
	snapshot: ComparisonSnapshot,
	plot: Plot,
	side: 'x' | 'y',
	{ addLimit }: CaptionActions,
): TemplateResult | typeof nothing {
	const axis = plot[side];
	if (!limitMetric(snapshot, axis) || limitOn(snapshot, axis) !== undefined) return nothing;
	return html`<button
		type="button"
		class="add-limit ${side}"
		@click=${() => {
			addLimit(side);
		}}
	>
		Limit ${axisName(snapshot, axis)}
	</button>`;
}

function legend(snapshot: ComparisonSnapshot, plot: Plot, groups: PlotGroups): TemplateResult {
	const isTold = groups.names.length > 0;
	const isJudged = hasVerdicts(snapshot);
	return html`<ul class="legend" aria-label="Legend">
		<li>
			<span class="key frontier" aria-hidden="true">${isTold ? '◎' : shapeSigns.diamond}</span>on the frontier
		</li>
		${isTold ? groups.names.map((name, group) => groupKey(name, group)) : plainKey(isJudged)}
		${isTold && groups.hasOthers ? html`<li><span class="key others" aria-hidden="true">●</span>others</li>` : nothing}
		${isJudged ? html`<li><span class="key hollow" aria-hidden="true">○</span>exceeds the budget or unknown</li>` : nothing}
		${plot.points.hasUnranked ? html`<li><span class="key unranked" aria-hidden="true">✕</span>not ranked</li>` : nothing}
		${plot.limits.length > 0 ? html`<li><span class="key limit" aria-hidden="true">╌╌</span>budget</li>` : nothing}
		${plot.rows.length > mostDrawnPoints ? html`<li>fuller color: more points</li>` : nothing}
	</ul>`;
}

function plainKey(isJudged: boolean): TemplateResult {
	return html`<li>
		<span class="key plain" aria-hidden="true">${shapeSigns.circle}</span
		>${isJudged ? 'meets the budget' : 'candidate'}
	</li>`;
}

function groupKey(name: string, group: number): TemplateResult {
	return html`<li>
		<span class="key group-${group}" aria-hidden="true">${shapeSigns[shapeOfGroup(group)]}</span>${name}
	</li>`;
}

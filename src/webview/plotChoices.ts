import { html, type TemplateResult } from 'lit';
import type { ComparisonSnapshot } from '../comparison/comparisonSnapshot.ts';
import { axisChoiceName, type AxisPair } from '../comparison/plotAxes.ts';
import { groupings, type Grouping } from '../comparison/plotGroups.ts';
import type { Choice } from './choiceField.ts';
import type { PageModel } from './pageModel.ts';

const groupingNames: Readonly<Record<Grouping, string>> = {
	none: 'budget',
	framework: 'framework',
	family: 'family',
	sizeClass: 'size class',
};

/** What stands on the axes, and what the shapes of the points stand for. */
export function plotChoices(snapshot: ComparisonSnapshot, model: PageModel): TemplateResult {
	return html`${axisChoice(snapshot, model, 'y')}${axisChoice(snapshot, model, 'x')}${choice({
		name: 'grouping',
		text: 'Shapes',
		label: 'What the shapes and colors of the points stand for',
		value: model.state.grouping,
		options: groupings.map(grouping => [grouping, groupingNames[grouping]]),
		choose: value => {
			const grouping = groupings.find(each => each === value);
			if (grouping) model.setUp({ grouping });
		},
	})}`;
}

function axisChoice(snapshot: ComparisonSnapshot, { plot }: PageModel, side: keyof AxisPair): TemplateResult {
	const offered = plot.offered();
	return choice({
		name: `${side}-axis`,
		text: side === 'x' ? 'against' : 'Plot',
		label: side === 'x' ? 'Horizontal axis' : 'Vertical axis',
		value: plot.axes()[side],
		options: offered.map(axis => [axis, axisChoiceName(snapshot, axis)]),
		choose: value => {
			const axis = offered.find(each => each === value);
			if (axis) plot.choose(side, axis);
		},
	});
}

/** The browser's own list: it costs no time before the first frame. */
function choice({ name, text, label, value, options, choose }: Choice): TemplateResult {
	return html`<label class="field"
		><span aria-hidden="true">${text}</span
		><select
			class=${name}
			aria-label=${label}
			@change=${(event: Event) => {
				if (event.target instanceof HTMLSelectElement) choose(event.target.value);
			}}
		>
			${options.map(([each, shown]) => html`<option value=${each} .selected=${each === value}>${shown}</option>`)}
		</select></label
	>`;
}

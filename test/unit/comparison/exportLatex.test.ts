import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { escapeLatex, exportLatex } from '../../../src/comparison/exportLatex.ts';

describe('a LaTeX table', () => {
	it('has the forms that people read, right where the table is right, with rules of booktabs', () => {
		const text = exportLatex({
			columns: [
				{ id: 'name', title: 'Model', align: 'left' },
				{ id: 'macs', title: 'MACs', align: 'right' },
			],
			rows: [
				['A_1 & 50%', { value: 219e6, text: '219 M' }],
				['[x]', undefined],
			],
		});
		assert.equal(
			text,
			[
				'% Needs \\usepackage{booktabs}',
				'\\begin{tabular}{lr}',
				'\\toprule',
				'Model & MACs \\\\',
				'\\midrule',
				'A\\_1 \\& 50\\% & 219 M \\\\',
				'{}[x] &  \\\\',
				'\\bottomrule',
				'\\end{tabular}',
				'',
			].join('\n'),
		);
	});

	it('has no sign of a text that LaTeX would act on', () => {
		const signs = fc.string({ unit: fc.constantFrom(...Array.from('\\{}$&#%_^~<>|"a1 \n')) });
		fc.assert(
			fc.property(signs, text => {
				const known =
					/\\(?:textbackslash|textasciicircum|textasciitilde|textless|textgreater|textbar|textquotedbl)\{\}/g;
				const rest = escapeLatex(text)
					.replace(known, '')
					.replace(/\\[{}$&#%_]/g, '');
				assert.doesNotMatch(rest, /[\\{}$&#%_^~<>|"\n]/);
			}),
		);
	});
});

import type * as vscode from 'vscode';
import type { Catalog } from '../catalog/catalog.ts';
import type { SelectionTable } from '../selection/engine.ts';
import type { CatalogLoader } from './catalogLoader.ts';
import type { ComparedCandidates } from './comparedCandidates.ts';
import type { ComparisonHost } from './comparison/comparisonHost.ts';
import type { CostInput } from './costInput.ts';
import type { InsertionTarget } from './insertion/insertionTarget.ts';
import type { TemplateFiles } from './insertion/templateFiles.ts';
import type { LazyLanguage } from './language/lazyLanguage.ts';
import type { RememberedModels } from './rememberedModels.ts';
import type { FamilyView } from './tree/familyView.ts';
import type { WorkspaceView } from './workspaceModels/workspaceView.ts';

/** What commands work with. Made once, in `activate`. */
export interface Services {
	readonly catalogs: CatalogLoader;
	readonly costs: CostInput;
	readonly compared: ComparedCandidates;
	readonly comparison: ComparisonHost;
	readonly target: InsertionTarget;
	readonly templates: TemplateFiles;
	readonly view: FamilyView;
	readonly remembered: RememberedModels;
	readonly language: LazyLanguage;
	readonly workspaceView: WorkspaceView;
	/** Columns to pick from, made once per catalog. */
	readonly tables: WeakMap<Catalog, SelectionTable>;
	/** What was asked last in this workspace. */
	readonly memory: vscode.Memento;
	readonly log: vscode.LogOutputChannel;
}

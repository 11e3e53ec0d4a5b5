import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import ts from 'typescript';
import { packageEntries } from '../../scripts/build/packageEntries.ts';

/** Scores of classes in torchmetrics that exist for a task, as Binary… or Multiclass…, and as a function. */
const FOR_ONE_CLASS = `
  Accuracy AUROC AveragePrecision CalibrationError CohenKappa ConfusionMatrix EER F1Score FBetaScore HammingDistance
  HingeLoss JaccardIndex LogAUC MatthewsCorrCoef NegativePredictiveValue Precision PrecisionAtFixedRecall
  PrecisionRecallCurve ROC Recall RecallAtFixedPrecision SensitivityAtSpecificity Specificity SpecificityAtSensitivity
  StatScores accuracy auroc average_precision calibration_error cohen_kappa confusion_matrix eer f1_score fbeta_score
  hamming_distance hinge_loss jaccard_index logauc matthews_corrcoef negative_predictive_value precision
  precision_at_fixed_recall precision_recall_curve roc recall recall_at_fixed_precision sensitivity_at_specificity
  specificity specificity_at_sensitivity stat_scores`;
const namesOf = (text: string): string[] => text.split(/\s+/).filter(Boolean);
/** Sections of the guide for torchmetrics whose rows are scores: each a class and a function. */
const SCORE_SECTIONS = [
  'Classification',
  'Several labels per sample',
  'Clustering',
  'Regression',
  'Nominal',
  'Retrieval',
];

/** Public names of torchmetrics 1.9, scikit-learn 1.8, Keras 3 and NPEET, with a counterpart or a reason. */
const THEIR_NAMES = {
  torchmetrics: `
    AdjustedMutualInfoScore AdjustedRandScore CalinskiHarabaszScore ClusterAccuracy CompletenessScore DaviesBouldinScore
    DunnIndex FowlkesMallowsIndex HomogeneityScore MutualInfoScore NormalizedMutualInfoScore RandScore VMeasureScore
    adjusted_mutual_info_score adjusted_rand_score calinski_harabasz_score cluster_accuracy completeness_score
    davies_bouldin_score dunn_index fowlkes_mallows_index homogeneity_score mutual_info_score
    normalized_mutual_info_score rand_score v_measure_score
    CramersV FleissKappa PearsonsContingencyCoefficient TheilsU TschuprowsT cramers_v cramers_v_matrix fleiss_kappa
    pearsons_contingency_coefficient pearsons_contingency_coefficient_matrix theils_u theils_u_matrix tschuprows_t
    tschuprows_t_matrix
    BinaryTargetTransformer BootStrapper ClasswiseWrapper FeatureShare LambdaInputTransformer MetricInputTransformer
    MetricTracker MinMaxMetric MultioutputWrapper MultitaskWrapper Running WrapperMetric
    CatMetric MaxMetric MeanMetric MinMetric RunningMean RunningSum SumMetric
    CompositionalMetric Metric MetricCollection
    Accuracy CohenKappa ConfusionMatrix F1Score FBetaScore JaccardIndex MatthewsCorrCoef NegativePredictiveValue
    Precision Recall Specificity StatScores accuracy cohen_kappa confusion_matrix f1_score fbeta_score jaccard_index
    matthews_corrcoef negative_predictive_value precision recall specificity stat_scores
    AUROC AveragePrecision CalibrationError EER HingeLoss LogAUC PrecisionAtFixedRecall PrecisionRecallCurve ROC
    RecallAtFixedPrecision SensitivityAtSpecificity SpecificityAtSensitivity auroc average_precision calibration_error
    eer hinge_loss logauc precision_at_fixed_recall precision_recall_curve recall_at_fixed_precision roc
    sensitivity_at_specificity specificity_at_sensitivity
    BinaryFairness BinaryGroupStatRates binary_fairness binary_groups_stat_rates demographic_parity equal_opportunity
    Dice dice BaseAggregator
    MultilabelAUROC MultilabelAveragePrecision MultilabelConfusionMatrix MultilabelEER MultilabelLogAUC
    MultilabelMatthewsCorrCoef MultilabelPrecisionAtFixedRecall MultilabelPrecisionRecallCurve MultilabelROC
    MultilabelRecallAtFixedPrecision MultilabelSensitivityAtSpecificity MultilabelSpecificityAtSensitivity
    multilabel_auroc multilabel_average_precision multilabel_confusion_matrix multilabel_eer multilabel_logauc
    multilabel_matthews_corrcoef multilabel_precision_at_fixed_recall multilabel_precision_recall_curve multilabel_roc
    multilabel_recall_at_fixed_precision multilabel_sensitivity_at_specificity multilabel_specificity_at_sensitivity
    multiclass_average_precision multiclass_eer multiclass_logauc multiclass_roc multiclass_precision_recall_curve
    multiclass_recall_at_fixed_precision multiclass_precision_at_fixed_recall multiclass_sensitivity_at_specificity
    multiclass_specificity_at_sensitivity
    ExactMatch HammingDistance exact_match hamming_distance
    MultilabelAccuracy multilabel_accuracy MultilabelF1Score multilabel_f1_score MultilabelFBetaScore multilabel_fbeta_score MultilabelJaccardIndex multilabel_jaccard_index MultilabelNegativePredictiveValue multilabel_negative_predictive_value MultilabelPrecision multilabel_precision MultilabelRecall multilabel_recall MultilabelSpecificity multilabel_specificity MultilabelStatScores multilabel_stat_scores MultilabelCoverageError multilabel_coverage_error MultilabelExactMatch multilabel_exact_match MultilabelHammingDistance multilabel_hamming_distance MultilabelRankingAveragePrecision multilabel_ranking_average_precision MultilabelRankingLoss multilabel_ranking_loss
    MulticlassAveragePrecision MulticlassEER MulticlassLogAUC MulticlassROC MulticlassPrecisionRecallCurve
    MulticlassRecallAtFixedPrecision MulticlassPrecisionAtFixedRecall MulticlassSensitivityAtSpecificity
    MulticlassSpecificityAtSensitivity plot sync
    ConcordanceCorrCoef concordance_corrcoef ContinuousRankedProbabilityScore
    continuous_ranked_probability_score CosineSimilarity cosine_similarity CriticalSuccessIndex
    critical_success_index ExplainedVariance explained_variance JensenShannonDivergence
    jensen_shannon_divergence KendallRankCorrCoef kendall_rank_corrcoef KLDivergence kl_divergence LogCoshError
    log_cosh_error MeanAbsoluteError mean_absolute_error MeanAbsolutePercentageError
    mean_absolute_percentage_error MeanSquaredError mean_squared_error MeanSquaredLogError
    mean_squared_log_error MinkowskiDistance minkowski_distance NormalizedRootMeanSquaredError
    normalized_root_mean_squared_error PearsonCorrCoef pearson_corrcoef R2Score r2_score RelativeSquaredError
    relative_squared_error SpearmanCorrCoef spearman_corrcoef SymmetricMeanAbsolutePercentageError
    symmetric_mean_absolute_percentage_error TweedieDevianceScore tweedie_deviance_score
    WeightedMeanAbsolutePercentageError weighted_mean_absolute_percentage_error
    RetrievalAUROC RetrievalFallOut RetrievalHitRate RetrievalMAP RetrievalMRR RetrievalNormalizedDCG RetrievalPrecision
    RetrievalPrecisionRecallCurve RetrievalRPrecision RetrievalRecall RetrievalRecallAtFixedPrecision retrieval_auroc
    retrieval_average_precision retrieval_fall_out retrieval_hit_rate retrieval_normalized_dcg retrieval_precision
    retrieval_precision_recall_curve retrieval_r_precision retrieval_recall retrieval_reciprocal_rank RetrievalMetric`,
  'scikit-learn': `
    adjusted_mutual_info_score adjusted_rand_score calinski_harabasz_score completeness_score consensus_score
    contingency_matrix davies_bouldin_score entropy expected_mutual_information fowlkes_mallows_score
    homogeneity_completeness_v_measure homogeneity_score mutual_info_score normalized_mutual_info_score
    pair_confusion_matrix rand_score silhouette_samples silhouette_score v_measure_score
    mutual_info_classif mutual_info_regression
    accuracy_score balanced_accuracy_score class_likelihood_ratios cohen_kappa_score confusion_matrix f1_score
    fbeta_score jaccard_score matthews_corrcoef multilabel_confusion_matrix precision_score recall_score
    top_k_accuracy_score zero_one_loss average_precision_score brier_score_loss calibration_curve hinge_loss log_loss
    precision_recall_curve roc_auc_score roc_curve coverage_error hamming_loss label_ranking_average_precision_score
    label_ranking_loss
    auc confusion_matrix_at_thresholds d2_brier_score d2_log_loss_score dcg_score det_curve ndcg_score
    precision_recall_fscore_support
    explained_variance_score mean_absolute_error mean_absolute_percentage_error mean_gamma_deviance
    mean_pinball_loss mean_poisson_deviance mean_squared_error mean_squared_log_error mean_tweedie_deviance
    r2_score root_mean_squared_error root_mean_squared_log_error max_error median_absolute_error
    d2_absolute_error_score d2_pinball_score d2_tweedie_score`,
  keras: `
    accuracy acc binaryAccuracy categoricalAccuracy sparseCategoricalAccuracy precision recall Accuracy BinaryAccuracy
    CategoricalAccuracy SparseCategoricalAccuracy TopKCategoricalAccuracy SparseTopKCategoricalAccuracy Precision Recall
    F1Score FBetaScore MeanIoU IoU OneHotIoU OneHotMeanIoU BinaryIoU TruePositives TrueNegatives FalsePositives
    FalseNegatives Mean Sum AUC BinaryCrossentropy CategoricalCrossentropy Hinge PrecisionAtRecall RecallAtPrecision
    SensitivityAtSpecificity SparseCategoricalCrossentropy SpecificityAtSensitivity SquaredHinge`,
  npeet: `
    add_noise avgdigamma build_tree centropy centropycd centropyd centropydc cmi cmidd corex corexcd corexd corexdc
    count_neighbors ctc ctccd ctcd ctcdc entropy entropyd kldiv lnc_correction mi micd midc midd query_neighbors
    shuffle_test tc tcd`,
};

const exported = publicNames();

describe.each(Object.entries(THEIR_NAMES))('the tables for users of %s', (library, names) => {
  const rows = tableRows(readFileSync(`docs/coming-from-${library}.md`, 'utf8'));
  const theirs = new Set(rows.flatMap(([first]) => codeIn(first!)));

  test('have every name of the library', () => {
    expect(namesOf(names).filter((name) => !theirs.has(name))).toEqual([]);
  });

  test('name only what this package exports', () => {
    const ours = rows.flatMap(([, second]) => codeIn(second!));
    expect(ours.filter((name) => !exported.has(name))).toEqual([]);
  });

  test('have a counterpart or a reason in each row', () => {
    const empty = rows.filter(([, ours, difference]) => codeIn(ours!).length === 0 && !difference);
    expect(empty).toEqual([]);
  });
});

describe('the tables of scores for users of torchmetrics', () => {
  const guide = readFileSync('docs/coming-from-torchmetrics.md', 'utf8');
  const sections = new Map(guide.split(/^#{2,3} /m).map((text) => [text.slice(0, text.indexOf('\n')), text]));
  const rows = SCORE_SECTIONS.flatMap((name) => tableRows(sections.get(name)!));

  test('have the forms for one task, or the form without a task', () => {
    const theirs = new Set(tableRows(guide).flatMap(([first]) => codeIn(first!)));
    const tasks = (name: string): string[] =>
      /^[A-Z]/.test(name) ? [`Binary${name}`, `Multiclass${name}`] : [`binary_${name}`, `multiclass_${name}`];
    const missing = namesOf(FOR_ONE_CLASS).filter((name) => !theirs.has(name));
    expect(missing.flatMap(tasks).filter((name) => !theirs.has(name))).toEqual([]);
  });

  test('name a class for each class, and a function for each function', () => {
    expect(rows.length).toBeGreaterThan(90);
    const kindsOf = (names: readonly string[]): string[] =>
      [...new Set(names.map((name) => (/^[A-Z]/.test(name) ? 'class' : 'function')))].sort();
    const incomplete = rows.filter(([first, second]) => {
      const ours = codeIn(second!);
      // A wrapper has no function.
      if (ours.includes('MultioutputWrapper')) return false;
      const kinds = kindsOf(ours.filter((name) => exported.get(name) === kindsOf([name])[0]));
      return kindsOf(codeIn(first!)).some((kind) => !kinds.includes(kind));
    });
    expect(incomplete).toEqual([]);
  });
});

/** Cells of all rows of all tables whose second column is ours. */
function tableRows(guide: string): string[][] {
  return guide
    .split('\n')
    .filter((line) => line.startsWith('|') && !/^\|[\s|-]*$/.test(line))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    )
    .filter(([, second]) => second !== 'tfjs-metrics');
}

/** Names in backticks, without the arguments of a call. */
function codeIn(cell: string): string[] {
  return Array.from(cell.matchAll(/`(\w+)[^`]*`/g), ([, name]) => name!);
}

/** Names that the entry points of the package export, and which of them are classes and functions. */
function publicNames(): Map<string, 'class' | 'function' | 'other'> {
  const entries = [...packageEntries().values()];
  const program = ts.createProgram(entries, {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.NodeNext,
    noEmit: true,
    skipLibCheck: true,
  });
  const checker = program.getTypeChecker();
  const kindOf = (symbol: ts.Symbol): 'class' | 'function' | 'other' => {
    const { flags } = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
    return flags & ts.SymbolFlags.Class ? 'class' : flags & ts.SymbolFlags.Function ? 'function' : 'other';
  };
  const modules = entries.map((entry) => checker.getSymbolAtLocation(program.getSourceFile(entry)!)!);
  const symbols = modules.flatMap((module) => checker.getExportsOfModule(module));
  return new Map(symbols.map((symbol) => [symbol.name, kindOf(symbol)]));
}

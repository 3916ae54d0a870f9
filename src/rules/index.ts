import type { Rule } from './rule.js'
import { alias as syntaxAlias } from './syntax/alias.js'
import { anchor as syntaxAnchor } from './syntax/anchor.js'
import { comma as syntaxComma } from './syntax/comma.js'
import { commentInValue as syntaxCommentInValue } from './syntax/comment-in-value.js'
import { controlCharacter as syntaxControlCharacter } from './syntax/control-character.js'
import { duplicateKey as syntaxDuplicateKey } from './syntax/duplicate-key.js'
import { empty as syntaxEmpty } from './syntax/empty.js'
import { encoding as syntaxEncoding } from './syntax/encoding.js'
import { frontMatter as syntaxFrontMatter } from './syntax/front-matter.js'
import { lookAlike as syntaxLookAlike } from './syntax/look-alike.js'
import { misread as syntaxMisread } from './syntax/misread.js'
import { severalDocuments as syntaxSeveralDocuments } from './syntax/several-documents.js'
import { strayText as syntaxStrayText } from './syntax/stray-text.js'
import { tab as syntaxTab } from './syntax/tab.js'
import { tag as syntaxTag } from './syntax/tag.js'
import { tooDeep as syntaxTooDeep } from './syntax/too-deep.js'
import { yaml as syntaxYaml } from './syntax/yaml.js'
import { notAFile as fileNotAFile } from './file/not-a-file.js'
import { notRead as fileNotRead } from './file/not-read.js'
import { symlink as fileSymlink } from './file/symlink.js'
import { tooLarge as fileTooLarge } from './file/too-large.js'
import { unreadable as fileUnreadable } from './file/unreadable.js'
import { ambiguousDay as schemaAmbiguousDay } from './schema/ambiguous-day.js'
import { choice as schemaChoice } from './schema/choice.js'
import { condition as schemaCondition } from './schema/condition.js'
import { dayOrder as schemaDayOrder } from './schema/day-order.js'
import { day as schemaDay } from './schema/day.js'
import { duration as schemaDuration } from './schema/duration.js'
import { empty as schemaEmpty } from './schema/empty.js'
import { id as schemaId } from './schema/id.js'
import { missing as schemaMissing } from './schema/missing.js'
import { money as schemaMoney } from './schema/money.js'
import { number as schemaNumber } from './schema/number.js'
import { type as schemaType } from './schema/type.js'
import { unknownKey as schemaUnknownKey } from './schema/unknown-key.js'
import { body as referenceBody } from './reference/body.js'
import { directorate as referenceDirectorate } from './reference/directorate.js'
import { documentType as referenceDocumentType } from './reference/document-type.js'
import { objective as referenceObjective } from './reference/objective.js'
import { organisation as referenceOrganisation } from './reference/organisation.js'
import { parentCycle as referenceParentCycle } from './reference/parent-cycle.js'
import { partnership as referencePartnership } from './reference/partnership.js'
import { policy as referencePolicy } from './reference/policy.js'
import { riskCategory as referenceRiskCategory } from './reference/risk-category.js'
import { role as referenceRole } from './reference/role.js'
import { factValue as referenceFactValue } from './reference/fact-value.js'
import { rule as referenceRule } from './reference/rule.js'
import { tier as referenceTier } from './reference/tier.js'
import { bareAlias as registerBareAlias } from './register/bare-alias.js'
import { unknownPath as referenceUnknownPath } from './reference/unknown-path.js'
import { identifierForm as registerIdentifierForm } from './register/identifier-form.js'
import { lookAlikeOrganisation as registerLookAlikeOrganisation } from './register/look-alike-organisation.js'
import { lookAlikePartnership as registerLookAlikePartnership } from './register/look-alike-partnership.js'
import { mergedOrganisation as registerMergedOrganisation } from './register/merged-organisation.js'
import { noPolicy as registerNoPolicy } from './register/no-policy.js'
import { incomplete as policyIncomplete } from './policy/incomplete.js'
import { sameId as registerSameId } from './register/same-id.js'
import { sameIdentifier as registerSameIdentifier } from './register/same-identifier.js'
import { sameItem as registerSameItem } from './register/same-item.js'
import { endBeforeStart as dateEndBeforeStart } from './date/end-before-start.js'
import { expiresBeforeSigned as dateExpiresBeforeSigned } from './date/expires-before-signed.js'
import { future as dateFuture } from './date/future.js'
import { changedSince as reviewChangedSince } from './review/changed-since.js'
import { dueSoon as reviewDueSoon } from './review/due-soon.js'
import { lapsed as reviewLapsed } from './review/lapsed.js'
import { never as reviewNever } from './review/never.js'
import { newerStamp as reviewNewerStamp } from './review/newer-stamp.js'
import { overdue as reviewOverdue } from './review/overdue.js'
import { suspect as reviewSuspect } from './review/suspect.js'
import { commentMissing as assessmentCommentMissing } from './assessment/comment-missing.js'
import { contradictsEvidence as assessmentContradictsEvidence } from './assessment/contradicts-evidence.js'
import { copiedForward as assessmentCopiedForward } from './assessment/copied-forward.js'
import { dueSoon as assessmentDueSoon } from './assessment/due-soon.js'
import { never as assessmentNever } from './assessment/never.js'
import { overdue as assessmentOverdue } from './assessment/overdue.js'
import { redWithoutAction as assessmentRedWithoutAction } from './assessment/red-without-action.js'
import { spelling as assessmentSpelling } from './assessment/spelling.js'
import { dueSoon as qualityReviewDueSoon } from './quality-review/due-soon.js'
import { never as qualityReviewNever } from './quality-review/never.js'
import { overdue as qualityReviewOverdue } from './quality-review/overdue.js'
import { ownReviewer as qualityReviewOwnReviewer } from './quality-review/own-reviewer.js'
import { poorWithoutAction as qualityReviewPoorWithoutAction } from './quality-review/poor-without-action.js'
import { decidedByNobody as selfAssessmentDecidedByNobody } from './self-assessment/decided-by-nobody.js'
import { notApplicable as selfAssessmentNotApplicable } from './self-assessment/not-applicable.js'
import { notEvidenced as selfAssessmentNotEvidenced } from './self-assessment/not-evidenced.js'
import { poorAnswer as selfAssessmentPoorAnswer } from './self-assessment/poor-answer.js'
import { unacceptableAnswer as selfAssessmentUnacceptableAnswer } from './self-assessment/unacceptable-answer.js'
import { unanswered as selfAssessmentUnanswered } from './self-assessment/unanswered.js'
import { unknownQuestion as selfAssessmentUnknownQuestion } from './self-assessment/unknown-question.js'
import { wrongAnswer as selfAssessmentWrongAnswer } from './self-assessment/wrong-answer.js'
import { expired as documentExpired } from './document/expired.js'
import { expiring as documentExpiring } from './document/expiring.js'
import { missing as documentMissing } from './document/missing.js'
import { neededBeforeStart as documentNeededBeforeStart } from './document/needed-before-start.js'
import { notApplicable as documentNotApplicable } from './document/not-applicable.js'
import { undecided as documentUndecided } from './document/undecided.js'
import { unsigned as documentUnsigned } from './document/unsigned.js'
import { contributions as valueContributions } from './value/contributions.js'
import { directionMissing as valueDirectionMissing } from './value/direction-missing.js'
import { notStated as valueNotStated } from './value/not-stated.js'
import { otherCurrency as valueOtherCurrency } from './value/other-currency.js'
import { perMissing as valuePerMissing } from './value/per-missing.js'
import { totalWithoutTerm as valueTotalWithoutTerm } from './value/total-without-term.js'
import { withoutProcurement as valueWithoutProcurement } from './value/without-procurement.js'
import { notStated as dataNotStated } from './data/not-stated.js'
import { sum as shareSum } from './share/sum.js'
import { accountable as responsibilityAccountable } from './responsibility/accountable.js'
import { acceptedByNobody as riskAcceptedByNobody } from './risk/accepted-by-nobody.js'
import { categoryBlank as riskCategoryBlank } from './risk/category-blank.js'
import { extremeWithoutMitigation as riskExtremeWithoutMitigation } from './risk/extreme-without-mitigation.js'
import { noOwner as riskNoOwner } from './risk/no-owner.js'
import { outsideMatrix as riskOutsideMatrix } from './risk/outside-matrix.js'
import { pastDue as riskPastDue } from './risk/past-due.js'
import { sameText as riskSameText } from './risk/same-text.js'
import { targetAboveCurrent as riskTargetAboveCurrent } from './risk/target-above-current.js'
import { missing as leadMissing } from './lead/missing.js'
import { overloaded as leadOverloaded } from './lead/overloaded.js'
import { sameAsSponsor as leadSameAsSponsor } from './lead/same-as-sponsor.js'
import { missing as sponsorMissing } from './sponsor/missing.js'
import { endedWithOpenActions as partnershipEndedWithOpenActions } from './partnership/ended-with-open-actions.js'
import { informalWithData as partnershipInformalWithData } from './partnership/informal-with-data.js'
import { informalWithMoney as partnershipInformalWithMoney } from './partnership/informal-with-money.js'
import { partOfEnded as partnershipPartOfEnded } from './partnership/part-of-ended.js'
import { pastEnd as partnershipPastEnd } from './partnership/past-end.js'
import { proposedTooLong as partnershipProposedTooLong } from './partnership/proposed-too-long.js'
import { pastDue as actionPastDue } from './action/past-due.js'
import { missed as benefitMissed } from './benefit/missed.js'
import { pastDue as benefitPastDue } from './benefit/past-due.js'
import { pastDue as nextStepPastDue } from './next-step/past-due.js'
import { unanswered as nextStepUnanswered } from './next-step/unanswered.js'
import { unknownAnswer as nextStepUnknownAnswer } from './next-step/unknown-answer.js'
import { notSigned as standardNotSigned } from './standard/not-signed.js'
import { oldVersion as standardOldVersion } from './standard/old-version.js'
import { lowered as tierLowered } from './tier/lowered.js'
import { expired as exceptionExpired } from './exception/expired.js'
import { gone as baselineGone } from './baseline/gone.js'
import { unused as exceptionUnused } from './exception/unused.js'
import { check as ownCheck } from './own/check.js'
import { heading as updateHeading } from './update/heading.js'
import { narrativeName as updateNarrativeName } from './update/narrative-name.js'
import { template as reportTemplate } from './report/template.js'
import { template as updateTemplate } from './update/template.js'

/** Every rule, by group; the order in which they run. */
export const rules: readonly Rule[] = [
  syntaxAlias,
  syntaxAnchor,
  syntaxComma,
  syntaxCommentInValue,
  syntaxControlCharacter,
  syntaxDuplicateKey,
  syntaxEmpty,
  syntaxEncoding,
  syntaxFrontMatter,
  syntaxLookAlike,
  syntaxMisread,
  syntaxSeveralDocuments,
  syntaxStrayText,
  syntaxTab,
  syntaxTag,
  syntaxTooDeep,
  syntaxYaml,
  fileNotAFile,
  fileNotRead,
  fileSymlink,
  fileTooLarge,
  fileUnreadable,
  schemaAmbiguousDay,
  schemaChoice,
  schemaCondition,
  schemaDay,
  schemaDayOrder,
  schemaDuration,
  schemaEmpty,
  schemaId,
  schemaMissing,
  schemaMoney,
  schemaNumber,
  schemaType,
  schemaUnknownKey,
  referenceBody,
  referenceDirectorate,
  referenceDocumentType,
  referenceFactValue,
  referenceObjective,
  referenceOrganisation,
  referenceParentCycle,
  referencePartnership,
  referencePolicy,
  referenceRiskCategory,
  referenceRole,
  referenceRule,
  referenceTier,
  referenceUnknownPath,
  policyIncomplete,
  registerBareAlias,
  registerIdentifierForm,
  registerLookAlikeOrganisation,
  registerLookAlikePartnership,
  registerMergedOrganisation,
  registerNoPolicy,
  registerSameId,
  registerSameIdentifier,
  registerSameItem,
  dateEndBeforeStart,
  dateExpiresBeforeSigned,
  dateFuture,
  reviewChangedSince,
  reviewDueSoon,
  reviewLapsed,
  reviewNever,
  reviewNewerStamp,
  reviewOverdue,
  reviewSuspect,
  assessmentCommentMissing,
  assessmentContradictsEvidence,
  assessmentCopiedForward,
  assessmentDueSoon,
  assessmentNever,
  assessmentOverdue,
  assessmentRedWithoutAction,
  assessmentSpelling,
  qualityReviewDueSoon,
  qualityReviewNever,
  qualityReviewOverdue,
  qualityReviewOwnReviewer,
  qualityReviewPoorWithoutAction,
  selfAssessmentDecidedByNobody,
  selfAssessmentNotApplicable,
  selfAssessmentNotEvidenced,
  selfAssessmentPoorAnswer,
  selfAssessmentUnacceptableAnswer,
  selfAssessmentUnanswered,
  selfAssessmentUnknownQuestion,
  selfAssessmentWrongAnswer,
  documentExpired,
  documentExpiring,
  documentMissing,
  documentNeededBeforeStart,
  documentNotApplicable,
  documentUndecided,
  documentUnsigned,
  valueContributions,
  valueDirectionMissing,
  valueNotStated,
  valueOtherCurrency,
  valuePerMissing,
  valueTotalWithoutTerm,
  valueWithoutProcurement,
  dataNotStated,
  shareSum,
  responsibilityAccountable,
  riskAcceptedByNobody,
  riskCategoryBlank,
  riskExtremeWithoutMitigation,
  riskNoOwner,
  riskOutsideMatrix,
  riskPastDue,
  riskSameText,
  riskTargetAboveCurrent,
  leadMissing,
  leadOverloaded,
  leadSameAsSponsor,
  sponsorMissing,
  partnershipEndedWithOpenActions,
  partnershipInformalWithData,
  partnershipInformalWithMoney,
  partnershipPartOfEnded,
  partnershipPastEnd,
  partnershipProposedTooLong,
  actionPastDue,
  benefitMissed,
  benefitPastDue,
  nextStepPastDue,
  nextStepUnanswered,
  nextStepUnknownAnswer,
  standardNotSigned,
  standardOldVersion,
  tierLowered,
  exceptionExpired,
  exceptionUnused,
  baselineGone,
  ownCheck,
  updateHeading,
  updateNarrativeName,
  updateTemplate,
  reportTemplate,
]

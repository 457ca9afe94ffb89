using KnowledgeGraph.GraphQL.Language;
using KnowledgeGraph.GraphQL.TypeSystem;
using KnowledgeGraph.GraphQL.Validation.Rules;

namespace KnowledgeGraph.GraphQL.Validation;

/// <summary>Checks a document against a schema by all rules of section 5 of the specification.</summary>
public static class Validator
{
    private static readonly Func<DocumentFacts, IEnumerable<GraphQLError>>[] _rules =
    [
        ExecutableDefinitions.Check,
        UniqueOperationNames.Check,
        LoneAnonymousOperation.Check,
        KnownOperationTypes.Check,
        SingleFieldSubscriptions.Check,
        KnownTypeNames.Check,
        FragmentsOnCompositeTypes.Check,
        VariablesAreInputTypes.Check,
        NoSchemaIntrospection.Check,
        ScalarLeafs.Check,
        FieldsOnCorrectType.Check,
        UniqueFragmentNames.Check,
        KnownFragmentNames.Check,
        NoUnusedFragments.Check,
        PossibleFragmentSpreads.Check,
        NoFragmentCycles.Check,
        UniqueVariableNames.Check,
        NoUndefinedVariables.Check,
        NoUnusedVariables.Check,
        KnownDirectives.Check,
        UniqueDirectivesPerLocation.Check,
        DeferStreamOnRootField.Check,
        DeferStreamOnValidOperations.Check,
        DeferStreamLabels.Check,
        StreamOnListField.Check,
        KnownArgumentNames.Check,
        UniqueArgumentNames.Check,
        UniqueInputFieldNames.Check,
        ValuesOfCorrectType.Check,
        ProvidedRequiredArguments.Check,
        VariablesInAllowedPosition.Check,
        OneSlicingArgument.Check,
    ];

    /// <summary>What is wrong with a document, rule by rule; nothing where it can be executed.</summary>
    public static IReadOnlyList<GraphQLError> Validate(Schema schema, DocumentNode document, GraphQLOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(schema);
        ArgumentNullException.ThrowIfNull(document);
        var settings = options ?? new GraphQLOptions();
        var facts = DocumentWalk.Over(schema, document, settings);
        try
        {
            return Check(facts, settings);
        }
        catch (DocumentTooComplexException)
        {
            return [ValidationErrors.TooComplex()];
        }
    }

    private static List<GraphQLError> Check(DocumentFacts facts, GraphQLOptions settings)
    {
        var errors = _rules.SelectMany(rule => rule(facts)).Take(settings.MaxValidationErrors + 1).ToList();

        // Fields are merged along fragments: only where these are known and lead to an end.
        if (errors.Count == 0)
            errors.AddRange(OverlappingFieldsCanBeMerged.Check(facts).Take(settings.MaxValidationErrors + 1));

        if (errors.Count <= settings.MaxValidationErrors)
            return errors;

        errors[^1] = ValidationErrors.TooMany();
        return errors;
    }
}

using KnowledgeGraph.GraphQL.Language;
using KnowledgeGraph.GraphQL.TypeSystem.Rules;
using KnowledgeGraph.GraphQL.Validation;
using KnowledgeGraph.GraphQL.Validation.Rules;

namespace KnowledgeGraph.GraphQL.TypeSystem;

/// <summary>What must hold of a type system and of its document (section 3 of the specification, "type validation").</summary>
internal static class SchemaRules
{
    private static readonly Func<SchemaFacts, IEnumerable<GraphQLError>>[] _rules =
    [
        TypeSystemDefinitionsOnly.Check,
        LoneSchemaDefinition.Check,
        UniqueDefinitionNames.Check,
        UniqueMemberNames.Check,
        ReservedNames.Check,
        BuiltInRedefinitions.Check,
        PossibleTypeExtensions.Check,
        RootTypes.Check,
        NonEmptyTypes.Check,
        InputAndOutputPositions.Check,
        UnionMembers.Check,
        ImplementedInterfaces.Check,
        ImplementedFields.Check,
        InputObjectCycles.Check,
        DefaultValueCycles.Check,
        OneOfFields.Check,
        RequiredIsNotDeprecated.Check,
        DirectiveCycles.Check,
    ];

    // What stands in definitions is held to the same rules as what stands in operations: names of types, directives and values.
    private static readonly Func<DocumentFacts, IEnumerable<GraphQLError>>[] _sharedRules =
    [
        KnownTypeNames.Check,
        KnownDirectives.Check,
        UniqueDirectivesPerLocation.Check,
        KnownArgumentNames.Check,
        UniqueArgumentNames.Check,
        UniqueInputFieldNames.Check,
        ValuesOfCorrectType.Check,
        ProvidedRequiredArguments.Check,
    ];

    /// <summary>All that is wrong, in the order of the document.</summary>
    public static IReadOnlyList<GraphQLError> Check(Schema schema, DocumentNode document)
    {
        var facts = new SchemaFacts(schema, document);
        var shared = DocumentWalk.OverTypeSystem(schema, document);
        return
        [
            .. _rules.SelectMany(rule => rule(facts))
                .Concat(_sharedRules.SelectMany(rule => rule(shared)))
                .OrderBy(error => error.Locations.Count == 0 ? default : error.Locations[0], PlaceInDocument.Instance),
        ];
    }

    private sealed class PlaceInDocument : IComparer<Location>
    {
        public static PlaceInDocument Instance { get; } = new();

        public int Compare(Location x, Location y) => (x.Line, x.Column).CompareTo((y.Line, y.Column));
    }
}

using KnowledgeGraph.GraphQL.Language;

namespace KnowledgeGraph.GraphQL.TypeSystem.Rules;

/// <summary>The members of a union are object types, each once.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Unions.Type-Validation"/>
internal static class UnionMembers
{
    public static IEnumerable<GraphQLError> Check(SchemaFacts facts) => facts.Types.Values.SelectMany(type => Check(facts, type));

    private static IEnumerable<GraphQLError> Check(SchemaFacts facts, TypeDeclaration union)
    {
        var first = new Dictionary<string, NamedTypeNode>(StringComparer.Ordinal);
        foreach (var member in union.Members)
        {
            if (!first.TryAdd(member.Name, member))
                yield return SchemaErrors.DuplicateUnionMember(union.Name, first[member.Name], member);
            else if (facts.Schema.FindType(member.Name) is not (null or ObjectType))
                yield return SchemaErrors.UnionMemberNotObject(union.Name, member);
        }
    }
}

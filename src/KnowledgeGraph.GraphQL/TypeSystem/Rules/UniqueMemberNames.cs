using KnowledgeGraph.GraphQL.Language;

namespace KnowledgeGraph.GraphQL.TypeSystem.Rules;

/// <summary>The fields of a type, the values of an enum and the arguments of a field or directive have different names, extensions included.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Objects.Type-Validation"/>
internal static class UniqueMemberNames
{
    public static IEnumerable<GraphQLError> Check(SchemaFacts facts)
    {
        foreach (var type in facts.Types.Values)
        {
            foreach (var (first, second) in Repeated(type.Fields.Select(field => field.Name).Concat(type.InputFields.Select(field => field.Name))))
                yield return SchemaErrors.DuplicateField(type.Name, first, second);
            foreach (var (first, second) in Repeated(type.Values.Select(value => value.Name)))
                yield return SchemaErrors.DuplicateEnumValue(type.Name, first, second);
        }

        var arguments = facts.Fields.Select(field => (Owner: $"{field.Type}.{field.Node.Name}", field.Node.Arguments))
            .Concat(facts.Directives.Select(directive => (Owner: $"@{directive.Name}", directive.Arguments)));
        foreach (var (owner, nodes) in arguments)
        {
            foreach (var (first, second) in Repeated(nodes.Select(argument => argument.Name)))
                yield return SchemaErrors.DuplicateArgument(owner, first, second);
        }
    }

    private static IEnumerable<(Name First, Name Second)> Repeated(IEnumerable<Name> names)
    {
        var first = new Dictionary<string, Name>(StringComparer.Ordinal);
        foreach (var name in names)
        {
            if (!first.TryAdd(name.Value, name))
                yield return (first[name.Value], name);
        }
    }
}

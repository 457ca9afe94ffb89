using KnowledgeGraph.GraphQL.Binding;
using KnowledgeGraph.GraphQL.Language;

namespace KnowledgeGraph.GraphQL.TypeSystem.Rules;

/// <summary>What is built in may be defined again, as tools print it, but as nothing else than it is.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Scalars.Built-in-Scalars"/>
internal static class BuiltInRedefinitions
{
    public static IEnumerable<GraphQLError> Check(SchemaFacts facts)
    {
        foreach (var type in facts.Types.Values)
        {
            if (BuiltInScalars.ByName.ContainsKey(type.Name) && type.Definition is not ScalarTypeDefinitionNode)
                yield return SchemaErrors.BuiltInOfOtherKind(type.Definition);
        }

        foreach (var node in facts.Directives)
        {
            var builtIn = BuiltIns.Directives.FirstOrDefault(directive => directive.Name == node.Name.Value);
            foreach (var argument in builtIn?.Arguments.Where(argument => argument.IsRequired) ?? [])
            {
                if (!node.Arguments.Any(own => own.Name.Value == argument.Name && facts.TypeOf(own.Type) == argument.Type))
                    yield return SchemaErrors.BuiltInWithoutArgument(node, argument);
            }
        }
    }
}

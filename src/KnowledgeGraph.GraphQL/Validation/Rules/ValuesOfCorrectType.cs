using KnowledgeGraph.GraphQL.Binding;
using KnowledgeGraph.GraphQL.Language;
using KnowledgeGraph.GraphQL.TypeSystem;

namespace KnowledgeGraph.GraphQL.Validation.Rules;

/// <summary>A literal fits the type that is expected where it stands.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Values-of-Correct-Type"/>
internal static class ValuesOfCorrectType
{
    public static IEnumerable<GraphQLError> Check(DocumentFacts facts) =>
        facts.Values.SelectMany(value => Check(facts, value.Node, value.Type));

    private static IEnumerable<GraphQLError> Check(DocumentFacts facts, ValueNode node, GraphQLType type)
    {
        if (node is VariableNode)
            return [];

        if (node is NullValueNode)
            return type.IsNonNull ? [ValidationErrors.NullForNonNull(node, type)] : [];

        return type.Nullable switch
        {
            ListType list when node is ListValueNode items => items.Values.SelectMany(item => Check(facts, item, list.ElementType)),
            ListType list => Check(facts, node, list.ElementType),
            InputObjectType input => CheckObject(facts, node, input),
            EnumType @enum => CheckEnum(facts, node, @enum),
            ScalarType scalar => CheckScalar(node, scalar),
            _ => [],
        };
    }

    private static IEnumerable<GraphQLError> CheckObject(DocumentFacts facts, ValueNode node, InputObjectType type)
    {
        if (node is not ObjectValueNode @object)
        {
            yield return ValidationErrors.BadValue(node, $"Expected value of type \"{type}\", found {node}.");
            yield break;
        }

        foreach (var field in @object.Fields)
        {
            if (type.FindField(field.Name.Value) is { } definition)
            {
                foreach (var error in Check(facts, field.Value, definition.Type))
                    yield return error;
            }
            else
            {
                var suggestion = facts.Suggest(field.Name.Value, type.Fields.Select(known => known.Name));
                yield return ValidationErrors.BadValue(field, CoercionErrors.UnknownField(type.Name, field.Name.Value, suggestion).Message);
            }
        }

        foreach (var required in type.Fields.Where(field => field.IsRequired && !@object.Fields.Any(given => given.Name.Value == field.Name)))
            yield return ValidationErrors.BadValue(node, CoercionErrors.MissingField(type.Name, required.Name, required.Type.ToString()!).Message);

        if (type.IsOneOf && @object.Fields.Count != 1)
            yield return ValidationErrors.BadValue(node, CoercionErrors.NotOneOf(type.Name).Message);
        else if (type.IsOneOf && @object.Fields[0].Value is NullValueNode)
            yield return ValidationErrors.BadValue(node, $"Field \"{type}.{@object.Fields[0].Name}\" must be non-null.");
    }

    private static IEnumerable<GraphQLError> CheckEnum(DocumentFacts facts, ValueNode node, EnumType type)
    {
        var known = type.Values.Select(value => value.Name);
        if (node is not EnumValueNode name)
            return [ValidationErrors.BadValue(node, CoercionErrors.NonEnum(type.Name, node.ToString()).Message)];

        return type.FindValue(name.Value) is null
            ? [ValidationErrors.BadValue(node, CoercionErrors.NoSuchEnumValue(type.Name, name.Value, facts.Suggest(name.Value, known)).Message)]
            : [];
    }

    private static GraphQLError[] CheckScalar(ValueNode node, ScalarType type)
    {
        try
        {
            type.Binding.ReadLiteral(node);
            return [];
        }
        catch (CoercionException exception)
        {
            return [ValidationErrors.BadValue(node, exception.Message)];
        }
    }
}

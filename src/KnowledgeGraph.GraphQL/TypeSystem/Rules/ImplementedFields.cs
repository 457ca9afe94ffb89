using KnowledgeGraph.GraphQL.Language;

namespace KnowledgeGraph.GraphQL.TypeSystem.Rules;

/// <summary>A type has the fields of its interfaces, with their arguments and with types that fit.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#IsValidImplementation()"/>
internal static class ImplementedFields
{
    public static IEnumerable<GraphQLError> Check(SchemaFacts facts)
    {
        foreach (var declaration in facts.Types.Values)
        {
            if (facts.Schema.FindType(declaration.Name) is not FieldsType type)
                continue;

            var nodes = declaration.Fields.GroupBy(node => node.Name.Value, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
            foreach (var expected in type.Interfaces.Where(parent => parent != type).Distinct().SelectMany(parent => parent.Fields))
            {
                if (!nodes.TryGetValue(expected.Name, out var node))
                {
                    yield return SchemaErrors.FieldNotImplemented(declaration, expected.ToString());
                    continue;
                }

                foreach (var error in Check(facts.Schema, type.FindField(expected.Name)!, node, expected))
                    yield return error;
            }
        }
    }

    private static IEnumerable<GraphQLError> Check(Schema schema, FieldDefinition field, FieldDefinitionNode node, FieldDefinition expected)
    {
        if (!IsValidFieldType(schema, field.Type, expected.Type))
            yield return SchemaErrors.FieldOfOtherType(field, node, expected);

        foreach (var argument in expected.Arguments)
        {
            var own = node.Arguments.FirstOrDefault(own => own.Name.Value == argument.Name);
            if (own is null)
                yield return SchemaErrors.ArgumentNotImplemented(field, node, argument.Name, expected);
            else if (field.FindArgument(argument.Name)!.Type != argument.Type)
                yield return SchemaErrors.ArgumentOfOtherType(field, own, argument, expected);
        }

        foreach (var own in node.Arguments)
        {
            if (field.FindArgument(own.Name.Value)!.IsRequired && expected.FindArgument(own.Name.Value) is null)
                yield return SchemaErrors.AdditionalArgumentRequired(field, own, expected);
        }

        if (field.DeprecationReason is not null && expected.DeprecationReason is null)
            yield return SchemaErrors.DeprecatedImplementation(field, node, expected);
    }

    // IsValidImplementationFieldType(fieldType, implementedFieldType)    https://spec.graphql.org/September2025/#IsValidImplementationFieldType()
    private static bool IsValidFieldType(Schema schema, GraphQLType type, GraphQLType expected)
    {
        if (type is NonNullType nonNull)
            return IsValidFieldType(schema, nonNull.Type, expected.Nullable);
        if (type is ListType list)
            return expected is ListType expectedList && IsValidFieldType(schema, list.ElementType, expectedList.ElementType);

        return type == expected || (type is CompositeType composite && expected is CompositeType parent && schema.IsSubType(parent, composite));
    }
}

using KnowledgeGraph.GraphQL.Language;
using KnowledgeGraph.GraphQL.TypeSystem;

namespace KnowledgeGraph.GraphQL.Validation;

/// <summary>Walks over a document once and gathers its <see cref="DocumentFacts"/>.</summary>
/// <remarks>Recursion is bounded: the parser refuses documents that nest deeper than its limit.</remarks>
internal sealed partial class DocumentWalk(DocumentFacts facts)
{
    private readonly Schema _schema = facts.Schema;
    private DefinitionFacts _definition = null!;

    public static DocumentFacts Over(Schema schema, DocumentNode document, GraphQLOptions options)
    {
        var facts = new DocumentFacts(schema, document, options);
        var walk = new DocumentWalk(facts);
        foreach (var definition in document.Definitions)
        {
            if (definition is OperationDefinitionNode operation)
                walk.Operation(operation);
            else if (definition is FragmentDefinitionNode fragment)
                walk.Fragment(fragment);
        }

        return facts;
    }

    private void Operation(OperationDefinitionNode node)
    {
        _definition = new DefinitionFacts(node, node.SelectionSet) { Type = _schema.RootType(node.Operation) };
        facts.Operations.Add((node, _definition));
        foreach (var variable in node.Variables)
        {
            TypeName(variable.Type);
            Directives(variable.Directives, DirectiveLocation.VariableDefinition);
            if (variable.DefaultValue is { } value)
                Value(value, _schema.TypeOf(variable.Type) is { IsInputType: true } type ? type : null, hasDefault: false, oneOf: null, isRoot: true);
        }

        Directives(node.Directives, (DirectiveLocation)node.Operation);
        Selections(node.SelectionSet, _definition.Type);
    }

    private void Fragment(FragmentDefinitionNode node)
    {
        _definition = new DefinitionFacts(node, node.SelectionSet) { Type = _schema.FindType(node.TypeCondition.Name) as CompositeType };
        facts.Fragments.Add((node, _definition));
        facts.FragmentsByName.TryAdd(node.Name.Value, (node, _definition));
        facts.TypeNames.Add(node.TypeCondition);
        Directives(node.Directives, DirectiveLocation.FragmentDefinition);
        Selections(node.SelectionSet, _definition.Type);
    }

    private void Selections(SelectionSetNode selectionSet, CompositeType? parent)
    {
        foreach (var selection in selectionSet.Selections)
        {
            switch (selection)
            {
                case FieldNode field:
                    Field(field, parent);
                    break;
                case FragmentSpreadNode spread:
                    facts.FragmentUses.Add(new FragmentUse(spread, parent));
                    _definition.Add(spread);
                    Directives(spread.Directives, DirectiveLocation.FragmentSpread);
                    break;
                case InlineFragmentNode inline:
                    Inline(inline, parent);
                    break;
            }
        }
    }

    private void Field(FieldNode node, CompositeType? parent)
    {
        var definition = parent is null ? null : _schema.FindField(parent, node.Name.Value);
        facts.Fields.Add(new FieldUse(node, parent, definition));
        Arguments(node, node.Arguments, definition?.Arguments, definition);
        Directives(node.Directives, DirectiveLocation.Field);
        if (node.SelectionSet is not null)
            Selections(node.SelectionSet, definition?.Type.Named as CompositeType);
    }

    private void Inline(InlineFragmentNode node, CompositeType? parent)
    {
        facts.FragmentUses.Add(new FragmentUse(node, parent));
        Directives(node.Directives, DirectiveLocation.InlineFragment);
        if (node.TypeCondition is not null)
            facts.TypeNames.Add(node.TypeCondition);

        Selections(node.SelectionSet, node.TypeCondition is null ? parent : _schema.FindType(node.TypeCondition.Name) as CompositeType);
    }

    private void TypeName(TypeNode type)
    {
        while (type is not NamedTypeNode)
            type = type is ListTypeNode list ? list.ElementType : ((NonNullTypeNode)type).Type;

        facts.TypeNames.Add((NamedTypeNode)type);
    }

    private void Directives(IReadOnlyList<DirectiveNode> directives, DirectiveLocation location)
    {
        if (directives.Count == 0)
            return;

        facts.Directives.Add(new DirectivesUse(directives, location));
        foreach (var directive in directives)
        {
            var definition = _schema.FindDirective(directive.Name.Value);
            Arguments(directive, directive.Arguments, definition?.Arguments, definition is null ? null : $"@{directive.Name}");
        }
    }

    private void Arguments(SyntaxNode node, IReadOnlyList<ArgumentNode> given, IReadOnlyList<InputValue>? definitions, object? owner)
    {
        if (given.Count == 0 && (definitions is null || definitions.Count == 0))
            return;

        facts.Arguments.Add(new ArgumentsUse(node, given, definitions ?? [], owner));
        foreach (var argument in given)
        {
            var definition = definitions is null ? null : InputValue.Find(definitions, argument.Name.Value);
            Value(argument.Value, definition?.Type, definition?.DefaultValue is not null, oneOf: null, isRoot: true);
        }
    }

    private void Value(ValueNode node, GraphQLType? type, bool hasDefault, InputObjectType? oneOf, bool isRoot)
    {
        if (isRoot && type is not null)
            facts.Values.Add(new ValueUse(node, type));

        switch (node)
        {
            case VariableNode variable:
                _definition.Add(new VariableUse(variable, type, hasDefault, oneOf));
                break;
            case ListValueNode list:
                foreach (var item in list.Values)
                    Value(item, (type?.Nullable as ListType)?.ElementType, hasDefault: false, oneOf: null, isRoot: false);
                break;
            case ObjectValueNode @object:
                facts.Objects.Add(@object);
                var input = ItemType(type) as InputObjectType;
                foreach (var field in @object.Fields)
                {
                    var definition = input?.FindField(field.Name.Value);
                    Value(field.Value, definition?.Type, definition?.DefaultValue is not null, input is { IsOneOf: true } ? input : null, isRoot: false);
                }

                break;
        }
    }

    /// <summary>A single value may stand for a list of one.</summary>
    private static GraphQLType? ItemType(GraphQLType? type)
    {
        while (type?.Nullable is ListType list)
            type = list.ElementType;

        return type?.Nullable;
    }
}

using KnowledgeGraph.GraphQL.Language;
using KnowledgeGraph.GraphQL.TypeSystem;

namespace KnowledgeGraph.GraphQL.Validation.Rules;

/// <summary>Fields that are answered under one name are the same field, with the same arguments, and answers of the same shape.</summary>
/// <remarks>
/// Not pair by pair, which takes minutes for a hostile document, but set by set (S. Adameit, XING, 2019): the fields of merged selection sets are
/// grouped by response name, and each field of a group is compared with the first, since "the same" is transitive. Sets wait in a queue,
/// so nothing recurses; a set that was seen is not looked at again.
/// </remarks>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Field-Selection-Merging"/>
internal static class OverlappingFieldsCanBeMerged
{
    // What a document costs is linear in its size unless it is made to be expensive.
    private const int MaxSteps = 2_000_000;

    public static IEnumerable<GraphQLError> Check(DocumentFacts facts) => new Merging(facts).Check();

    /// <summary>A field in a merged set.</summary>
    internal readonly record struct Field(FieldNode Node, CompositeType? Parent, FieldDefinition? Definition);

    /// <summary>Selection sets that are answered in one object; whether all of them can be, or only the shape is asked of them.</summary>
    private sealed record MergedSet(IReadOnlyList<(SelectionSetNode Selections, CompositeType? Type)> Parts, bool ShapeOnly);

    private sealed class Merging(DocumentFacts facts)
    {
        private readonly Queue<MergedSet> _queue = new();
        private readonly HashSet<(SelectionSetNode Selections, bool ShapeOnly)> _seen = [];
        private readonly HashSet<string> _seenTogether = new(StringComparer.Ordinal);
        private readonly Dictionary<SelectionSetNode, int> _numbers = [];
        private readonly Dictionary<FieldNode, string> _signatures = [];
        private readonly FieldGroups _groups = new();
        private int _steps;

        public IEnumerable<GraphQLError> Check()
        {
            foreach (var (_, operation) in facts.Operations)
                Enqueue((operation.SelectionSet, operation.Type), shapeOnly: false);

            while (_queue.TryDequeue(out var set))
            {
                Collect(set);
                foreach (var field in _groups.Single)
                {
                    // What is asked for once conflicts with nothing; what lies below it may conflict with itself.
                    if (field.Node.SelectionSet is { } below)
                        Enqueue((below, field.Definition?.Type.Named as CompositeType), set.ShapeOnly);
                }

                foreach (var group in _groups.Several)
                {
                    foreach (var error in CheckGroup(group, set.ShapeOnly))
                        yield return error;
                }

                if (_steps > MaxSteps)
                    throw new DocumentTooComplexException();
            }
        }

        private IEnumerable<GraphQLError> CheckGroup(List<Field> group, bool shapeOnly)
        {
            if (ShapeConflict(group) is { } shape)
            {
                yield return shape;
                yield break;
            }

            var sets = shapeOnly ? [] : Coinciding(group);
            foreach (var coinciding in sets)
            {
                if (FieldConflict(coinciding) is { } conflict)
                {
                    yield return conflict;
                    yield break;
                }
            }

            foreach (var coinciding in sets)
                Enqueue(coinciding, shapeOnly: false);

            // What cannot be asked of one object together must still have one shape, so that clients can read it.
            if (shapeOnly || sets.Count > 1)
                Enqueue(group, shapeOnly: true);
        }

        /// <summary>Groups the fields of a set by response name, those of its fragments included, each fragment once.</summary>
        private void Collect(MergedSet set)
        {
            _groups.Clear();
            foreach (var part in set.Parts)
                _groups.Waiting.Enqueue(part);

            while (_groups.Waiting.TryDequeue(out var part))
            {
                foreach (var selection in part.Selections.Selections)
                {
                    _steps++;
                    switch (selection)
                    {
                        case FieldNode field:
                            _groups.Add(new Field(field, part.Type, part.Type is null ? null : facts.Schema.FindField(part.Type, field.Name.Value)));
                            break;
                        case InlineFragmentNode inline:
                            _groups.Waiting.Enqueue((inline.SelectionSet, inline.TypeCondition is null ? part.Type : facts.Schema.FindType(inline.TypeCondition.Name) as CompositeType));
                            break;
                        case FragmentSpreadNode { Name.Value: var name } when _groups.Spread.Add(name) && facts.FragmentsByName.TryGetValue(name, out var fragment):
                            _groups.Waiting.Enqueue((fragment.Node.SelectionSet, fragment.Facts.Type));
                            break;
                    }
                }
            }
        }

        /// <summary>The fields that one object may be asked for together: those of each object type, with those of the abstract types.</summary>
        private static List<List<Field>> Coinciding(List<Field> group)
        {
            var common = group.FindAll(field => field.Parent is not ObjectType);
            if (common.Count == group.Count)
                return [group];

            return
            [
                .. group.Where(field => field.Parent is ObjectType)
                    .GroupBy(field => field.Parent)
                    .Select(type => (List<Field>)[.. common, .. type]),
            ];
        }

        private GraphQLError? FieldConflict(List<Field> fields)
        {
            var first = fields[0].Node;
            foreach (var (node, _, _) in fields.Skip(1))
            {
                _steps++;
                if (node.Name.Value != first.Name.Value)
                    return ValidationErrors.Conflict(first, node, $"\"{first.Name}\" and \"{node.Name}\" are different fields");

                if (Signature(node) != Signature(first))
                    return ValidationErrors.Conflict(first, node, "they have differing arguments");

                if (StreamOf(node) != StreamOf(first))
                    return ValidationErrors.Conflict(first, node, "they have differing stream directives");
            }

            return null;
        }

        private static GraphQLError? ShapeConflict(List<Field> group)
        {
            var first = group.FirstOrDefault(field => field.Definition is not null);
            if (first.Definition is null)
                return null;

            var conflicting = group.Find(field => field.Definition is not null && !HaveSameShape(first.Definition.Type, field.Definition.Type));
            return conflicting.Definition is null
                ? null
                : ValidationErrors.Conflict(
                    first.Node, conflicting.Node, $"they return conflicting types \"{first.Definition.Type}\" and \"{conflicting.Definition.Type}\"");
        }

        // SameResponseShape(fieldA, fieldB)    https://spec.graphql.org/September2025/#SameResponseShape()
        private static bool HaveSameShape(GraphQLType left, GraphQLType right)
        {
            if (left.IsNonNull != right.IsNonNull)
                return false;

            return (left.Nullable, right.Nullable) switch
            {
                (ListType leftList, ListType rightList) => HaveSameShape(leftList.ElementType, rightList.ElementType),
                (ListType, _) or (_, ListType) => false,
                var (a, b) => a.IsLeafType || b.IsLeafType ? a == b : true,
            };
        }

        private void Enqueue(List<Field> fields, bool shapeOnly)
        {
            var parts = new List<(SelectionSetNode Selections, CompositeType? Type)>();
            foreach (var (node, _, definition) in fields)
            {
                if (node.SelectionSet is not null)
                    parts.Add((node.SelectionSet, definition?.Type.Named as CompositeType));
            }

            if (parts.Count == 1)
            {
                Enqueue(parts[0], shapeOnly);
                return;
            }

            _steps += parts.Count;
            if (parts.Count > 0 && _steps <= MaxSteps
                && _seenTogether.Add($"{shapeOnly}:{string.Join(',', parts.Select(part => NumberOf(part.Selections)).Order())}"))
            {
                _queue.Enqueue(new MergedSet(parts, shapeOnly));
            }
        }

        private void Enqueue((SelectionSetNode Selections, CompositeType? Type) part, bool shapeOnly)
        {
            if (_seen.Add((part.Selections, shapeOnly)))
                _queue.Enqueue(new MergedSet([part], shapeOnly));
        }

        private int NumberOf(SelectionSetNode selections)
        {
            if (!_numbers.TryGetValue(selections, out var number))
                _numbers.Add(selections, number = _numbers.Count);

            return number;
        }

        private string Signature(FieldNode node)
        {
            if (node.Arguments.Count == 0)
                return "";

            if (!_signatures.TryGetValue(node, out var signature))
                _signatures.Add(node, signature = Text(node.Arguments));

            return signature;
        }

        private static string? StreamOf(FieldNode node)
        {
            foreach (var directive in node.Directives)
            {
                if (directive.Name.Value == "stream")
                    return Text(directive.Arguments);
            }

            return null;
        }

        /// <summary>Arguments as text, in the order of their names, which means nothing.</summary>
        private static string Text(IReadOnlyList<ArgumentNode> arguments) => string.Join(
            ',', arguments.OrderBy(argument => argument.Name.Value, StringComparer.Ordinal).Select(argument => $"{argument.Name}:{Text(argument.Value)}"));

        /// <summary>A value as text; the fields of an object in the order of their names, which means nothing.</summary>
        private static string Text(ValueNode value) => value switch
        {
            ObjectValueNode @object => $"{{{string.Join(',', @object.Fields.OrderBy(field => field.Name.Value, StringComparer.Ordinal).Select(field => $"{field.Name}:{Text(field.Value)}"))}}}",
            ListValueNode list => $"[{string.Join(',', list.Values.Select(Text))}]",
            _ => value.ToString(),
        };
    }
}

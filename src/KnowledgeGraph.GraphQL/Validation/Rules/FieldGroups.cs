using KnowledgeGraph.GraphQL.Language;
using KnowledgeGraph.GraphQL.TypeSystem;
using static KnowledgeGraph.GraphQL.Validation.Rules.OverlappingFieldsCanBeMerged;

namespace KnowledgeGraph.GraphQL.Validation.Rules;

/// <summary>The fields of a merged set by response name. It is filled again and again, so that a small set costs next to nothing.</summary>
internal sealed class FieldGroups
{
    // What has grown larger is made anew: to empty it costs as much as it once held.
    private const int MaxKept = 256;

    private readonly List<Field> _single = [];
    private readonly List<List<Field>> _several = [];
    private Dictionary<string, (int Single, int Several)> _places = new(StringComparer.Ordinal);

    /// <summary>The fields that are asked for once. A field that was asked for again stands in <see cref="Several"/> alone.</summary>
    public IEnumerable<Field> Single => _single.Where(single => single.Node is not null);

    /// <summary>The fields that are asked for several times, by response name.</summary>
    public IReadOnlyList<List<Field>> Several => _several;

    /// <summary>The fragments that were spread.</summary>
    public HashSet<string> Spread { get; private set; } = new(StringComparer.Ordinal);

    /// <summary>The selections that are still to be looked at.</summary>
    public Queue<(SelectionSetNode Selections, CompositeType? Type)> Waiting { get; } = new();

    public void Clear()
    {
        _single.Clear();
        _several.Clear();
        if (_places.Count > MaxKept)
            _places = new Dictionary<string, (int, int)>(StringComparer.Ordinal);
        else
            _places.Clear();
        if (Spread.Count > MaxKept)
            Spread = new HashSet<string>(StringComparer.Ordinal);
        else
            Spread.Clear();
    }

    public void Add(Field field)
    {
        var name = field.Node.ResponseName;
        if (!_places.TryGetValue(name, out var place))
        {
            _places.Add(name, (_single.Count, -1));
            _single.Add(field);
        }
        else if (place.Several < 0)
        {
            _places[name] = (place.Single, _several.Count);
            _several.Add([_single[place.Single], field]);
            _single[place.Single] = default;
        }
        else
        {
            _several[place.Several].Add(field);
        }
    }
}

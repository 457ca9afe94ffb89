using System.Text;
using KnowledgeGraph.Graph;

namespace KnowledgeGraph.Extraction.Reading;

/// <summary>Text made ready for reading, each character of which knows where it stands in the page.</summary>
internal sealed class CleanText
{
    private readonly int[] _starts;
    private readonly int[] _ends;

    private CleanText(string text, int[] starts, int[] ends) => (Text, _starts, _ends) = (text, starts, ends);

    public static CleanText Empty { get; } = new("", [], []);

    public string Text { get; }

    public int Length => Text.Length;

    public char this[int index] => Text[index];

    /// <summary>Where the stretch from <paramref name="start"/> to before <paramref name="end"/> stands in the page.</summary>
    public TextSpan Origin(int start, int end) =>
        start >= end ? new TextSpan(start < _starts.Length ? _starts[start] : 0, 0) : TextSpan.FromBounds(_starts[start], _ends[end - 1]);

    public int OriginStart(int index) => _starts[index];

    public int OriginEnd(int index) => _ends[index];

    public CleanText Slice(int start, int end) => new(Text[start..end], _starts[start..end], _ends[start..end]);

    public override string ToString() => Text;

    /// <summary>Puts a <see cref="CleanText"/> together.</summary>
    internal sealed class Builder
    {
        private readonly StringBuilder _text = new();
        private readonly List<int> _starts = [];
        private readonly List<int> _ends = [];

        public int Length => _text.Length;

        public char Last => _text.Length == 0 ? '\0' : _text[^1];

        public void Append(char c, int start, int end)
        {
            _text.Append(c);
            _starts.Add(start);
            _ends.Add(end);
        }

        public void Append(CleanText other)
        {
            _text.Append(other.Text);
            _starts.AddRange(other._starts);
            _ends.AddRange(other._ends);
        }

        public CleanText Build() => new(_text.ToString(), [.. _starts], [.. _ends]);
    }
}

using KnowledgeGraph.Extraction.Recognition;
using KnowledgeGraph.Extraction.Segmentation;

namespace KnowledgeGraph.Training;

/// <summary>Trains the tagger of persons, organizations and places on the corpora.</summary>
internal static class TaggerTraining
{
    private const int Epochs = 6;
    private const int Features = 600_000;

    public static void Run(string corporaFolder, string target, bool heldOut)
    {
        var persons = new PersonCharacters();
        var features = new CharacterFeatures(new Segmenter(), new PlaceLexicon(), persons);
        var sentences = new Corpora(corporaFolder, persons).All();
        var test = heldOut ? sentences.Where((sentence, i) => sentence.Domain <= Corpora.PeoplesDaily && i % 10 == 0).ToList() : [];
        if (heldOut)
            sentences = [.. sentences.Where((sentence, i) => sentence.Domain > Corpora.PeoplesDaily || i % 10 != 0)];

        Console.WriteLine($"{sentences.Count} sentences, {sentences.Sum(sentence => (long)sentence.Text.Length)} characters");
        var trainer = new PerceptronTrainer(
            TagScheme.Tags(["PER", "ORG", "LOC"]), CharacterFeatures.Width, log2Rows: 25, hasDomains: true, dropout: 0, sentence => features.Of(sentence.Text, out _));
        trainer.Train(sentences, Epochs, seed: 1, Console.Out);
        if (heldOut)
        {
            var score = new TaggerScore();
            foreach (var domain in (int[])[Corpora.Msra, Corpora.PeoplesDaily])
            {
                var model = SequenceModel.Load(trainer.Export(sentences, domain, Features).ToBytes());
                foreach (var sentence in test.Where(sentence => sentence.Domain == domain))
                    score.Add($"domain {domain}", sentence, model, features.Of(sentence.Text, out _), CharacterFeatures.Width);
            }

            score.Print(Console.Out);
            return;
        }

        var file = trainer.Export(sentences, Corpora.Silver, Features);
        file.Save(target);
        Console.WriteLine($"{file.Features} features, {new FileInfo(target).Length} bytes");
    }
}

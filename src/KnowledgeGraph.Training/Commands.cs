namespace KnowledgeGraph.Training;

/// <summary>The steps that make the data files of the extraction.</summary>
internal static class Commands
{
    private const string Usage =
        """
        usage: KnowledgeGraph.Training lexicons CORPORA      write src/KnowledgeGraph.Extraction/Lexicons/*.tsv and src/KnowledgeGraph.Graph/Spelling/*.tsv
               KnowledgeGraph.Training clusters CORPORA      put words into clusters: src/KnowledgeGraph.Extraction/Models/clusters.br
               KnowledgeGraph.Training tagger CORPORA        train src/KnowledgeGraph.Extraction/Models/names.br
               KnowledgeGraph.Training tagger-test CORPORA   train without a tenth of MSRA and People's Daily and score on it
               KnowledgeGraph.Training pages CORPORA PAGES            train src/KnowledgeGraph.Extraction/Models/pages.br on annotated pages
               KnowledgeGraph.Training pages-folds CORPORA PAGES OUT  the same without a fifth of the pages each, into OUT/pages-N.br, and score on the fifth
               KnowledgeGraph.Training spans CORPORA PAGES FOLDS      train src/KnowledgeGraph.Extraction/Models/spans.br with the taggers of the folds, and FOLDS/spans-N.br
               KnowledgeGraph.Training relations CORPORA PAGES FOLDS  train src/KnowledgeGraph.Extraction/Models/relations.br with the taggers of the folds, and FOLDS/relations-N.br
               KnowledgeGraph.Training extract CORPORA PAGES OUT [FOLDS]  extract annotated pages, with FOLDS each by the model that has not seen it
               KnowledgeGraph.Training kept CORPORA OUT               extract the pages that were kept aside
               KnowledgeGraph.Training speed FOLDER                  read all pages of a folder and say how fast that was
        """;

    public static int Run(string[] arguments)
    {
        switch (arguments)
        {
            case ["lexicons", var corpora]:
                new LexiconBuilder(corpora, Repository.Lexicons).Build();
                new SpellingLexicons(corpora, Repository.Spelling).Build();
                return 0;
            case ["clusters", var corpora]:
                WordClusterTraining.Run(corpora, Path.Combine(Repository.Models, "clusters.br"));
                return 0;
            case ["tagger", var corpora]:
                TaggerTraining.Run(corpora, Path.Combine(Repository.Models, "names.br"), heldOut: false);
                return 0;
            case ["tagger-test", var corpora]:
                TaggerTraining.Run(corpora, "", heldOut: true);
                return 0;
            case ["pages", var corpora, var pages]:
                new PageTraining(corpora).Run(pages, Repository.Models, folds: false);
                return 0;
            case ["pages-folds", var corpora, var pages, var target]:
                new PageTraining(corpora).Run(pages, target, folds: true);
                return 0;
            case ["spans", var corpora, var pages, var folds]:
                SpanTraining.Run(corpora, pages, folds, Repository.Models);
                return 0;
            case ["relations", var corpora, var pages, var folds]:
                RelationTraining.Run(corpora, pages, folds, Repository.Models);
                return 0;
            case ["extract", var corpora, var pages, var target]:
                DevRun.Run(corpora, pages, target, folds: null);
                return 0;
            case ["extract", var corpora, var pages, var target, var folds]:
                DevRun.Run(corpora, pages, target, folds);
                return 0;
            case ["kept", var corpora, var target]:
                DevRun.RunKept(corpora, target);
                return 0;
            case ["speed", var folder]:
                SpeedRun.Run(folder);
                return 0;
            default:
                Console.Error.WriteLine(Usage);
                return 2;
        }
    }
}

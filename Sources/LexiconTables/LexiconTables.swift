/// The tables of `Data/` are compiled when this module is built; see the plugin CompileLexicon.

"""Training: the weights of names (``nlp.training.names``) and of subjects (``nlp.training.subjects``), and the learned reader
(``make train``), which alone needs the extra ``models``."""

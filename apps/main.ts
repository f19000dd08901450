// Every application of this repository, each in a folder of its own below dist/.
import './quickstart';
import './functions';
import './box-office/main';
import './online-boutique/main';
import './scale-to-zero/main';
